; Installs Raadwijzer for one user, without an administrator, also over an
; older version.
;
;   installatie.exe [/S] [/D=C:\map]      /S: without a word, for administrators
;   verwijderen.exe [/S] [/GEGEVENS=wissen]
;
; The data lie elsewhere (%LocalAppData%\Raadwijzer) and stay, also when the
; program is removed, unless the user says otherwise.
;
; package.sh gives VERSION, FILES (the folder with what is installed), SIGN and
; OUT.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh

!define APP_KEY    "Software\Raadwijzer"
!define REMOVE_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Raadwijzer"
!define WEBVIEW    "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "Raadwijzer"
Caption "Raadwijzer installeren"
UninstallCaption "Raadwijzer verwijderen"
OutFile "${OUT}"
BrandingText " "
InstallDir "$LOCALAPPDATA\Programs\Raadwijzer"
InstallDirRegKey HKCU "${APP_KEY}" "Map"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1043 "ProductName" "Raadwijzer"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "FileDescription" "Installatie van Raadwijzer"
VIAddVersionKey /LANG=1043 "CompanyName" "Makers van Raadwijzer"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "icon.ico"
!define MUI_UNICON "icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Raadwijzer installeren"
!define MUI_WELCOMEPAGE_TEXT "Raadwijzer komt op deze computer te staan, alleen voor u. U hebt geen beheerder nodig.$\r$\n$\r$\nHebt u al een oudere versie? Dan wordt die vervangen. Uw notities en trajecten blijven zoals ze zijn."
!define MUI_DIRECTORYPAGE_TEXT_TOP "Raadwijzer komt in deze map. Wilt u een andere map? Kies dan Bladeren. Kies daarna Installeren."
!define MUI_FINISHPAGE_TITLE "Raadwijzer is geïnstalleerd"
!define MUI_FINISHPAGE_TEXT "U vindt het programma in het menu Start. Kies Voltooien om dit venster te sluiten."
!define MUI_FINISHPAGE_RUN "$INSTDIR\raadwijzer.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Raadwijzer"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

!uninstfinalize '"${SIGN}" "%1"' = 0

; A program that runs cannot be replaced or removed: Windows keeps its file.
!macro WaitUntilClosed name
  again_${name}:
  IfFileExists "$INSTDIR\${name}" 0 closed_${name}
  ClearErrors
  FileOpen $0 "$INSTDIR\${name}" a
  IfErrors 0 free_${name}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Raadwijzer is nog open. Sluit het programma en kies Opnieuw." /SD IDCANCEL IDRETRY again_${name}
  SetErrorLevel 2
  Quit
  free_${name}:
  FileClose $0
  closed_${name}:
!macroend

Section
  SetRegView 64
  !insertmacro WaitUntilClosed raadwijzer.exe
  !insertmacro WaitUntilClosed raadwijzer-cli.exe
  SetOutPath "$INSTDIR"
  File "${FILES}\raadwijzer.exe"
  File "${FILES}\raadwijzer-cli.exe"
  File "${FILES}\LICENSE.txt"
  File "${FILES}\LICENTIES.txt"
  WriteUninstaller "$INSTDIR\verwijderen.exe"
  CreateShortcut "$SMPROGRAMS\Raadwijzer.lnk" "$INSTDIR\raadwijzer.exe"
  WriteRegStr HKCU "${APP_KEY}" "Map" "$INSTDIR"
  WriteRegStr HKCU "${REMOVE_KEY}" "DisplayName" "Raadwijzer"
  WriteRegStr HKCU "${REMOVE_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVE_KEY}" "DisplayIcon" "$INSTDIR\raadwijzer.exe"
  WriteRegStr HKCU "${REMOVE_KEY}" "Publisher" "Makers van Raadwijzer"
  WriteRegStr HKCU "${REMOVE_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVE_KEY}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
  WriteRegStr HKCU "${REMOVE_KEY}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S'
  WriteRegDWORD HKCU "${REMOVE_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVE_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVE_KEY}" "EstimatedSize" $0
  Call LookForWebView
SectionEnd

; Windows 11 always has WebView2, Windows 10 nearly always. Nothing is
; downloaded here: the computer may have no internet, or a rule against it.
Function LookForWebView
  ReadRegStr $0 HKCU "Software\${WEBVIEW}" "pv"
  StrCmp $0 "" 0 found
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW}" "pv"
  StrCmp $0 "" 0 found
  ReadRegStr $0 HKLM "SOFTWARE\${WEBVIEW}" "pv"
  found:
  StrCmp $0 "" missing
  StrCmp $0 "0.0.0.0" missing
  Return
  missing:
  DetailPrint "WebView2 staat niet op deze computer."
  MessageBox MB_OK|MB_ICONINFORMATION "Raadwijzer is geïnstalleerd, maar kan nog niet openen. Het heeft het onderdeel WebView2 van Microsoft nodig, en dat staat niet op deze computer.$\r$\n$\r$\nVraag uw systeembeheerder om de Evergreen Standalone Installer (x64) van WebView2. Die staat op developer.microsoft.com/microsoft-edge/webview2." /SD IDOK
FunctionEnd

Section "Uninstall"
  SetRegView 64
  !insertmacro WaitUntilClosed raadwijzer.exe
  !insertmacro WaitUntilClosed raadwijzer-cli.exe
  Delete "$SMPROGRAMS\Raadwijzer.lnk"
  Delete "$INSTDIR\raadwijzer.exe"
  Delete "$INSTDIR\raadwijzer-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\LICENTIES.txt"
  Delete "$INSTDIR\verwijderen.exe"
  RMDir "$INSTDIR" ; stays when the user put something of his own in it
  DeleteRegKey HKCU "${REMOVE_KEY}"
  DeleteRegKey HKCU "${APP_KEY}"
  Call un.AskForData
SectionEnd

Function un.AskForData
  IfFileExists "$LOCALAPPDATA\Raadwijzer\*.*" 0 keep
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/GEGEVENS=" $1
  StrCmp $1 "wissen" remove
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Wilt u ook uw notities, trajecten en reservekopieën van deze computer verwijderen? Dat kunt u niet ongedaan maken.$\r$\n$\r$\nKies Nee om ze te houden. Zij staan in $LOCALAPPDATA\Raadwijzer." /SD IDNO IDNO keep
  remove:
  RMDir /r "$LOCALAPPDATA\Raadwijzer"
  keep:
FunctionEnd
