// Go asks bcryptprimitives.dll for random numbers. Every Windows has it, the
// Wine of Debian 12 does not, so the tests put this one in its place there.
// It is not part of what is shipped.
#include <windows.h>

// RtlGenRandom of advapi32, under the name that it is exported by.
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
	return SystemFunction036(data, (ULONG)length);
}
