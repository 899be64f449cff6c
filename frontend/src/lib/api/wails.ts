// The only importer of the Wails runtime and of generated code. Everything
// else speaks Api.
import * as Backups from '../../../wailsjs/go/app/Backups'
import * as Checklists from '../../../wailsjs/go/app/Checklists'
import * as Export from '../../../wailsjs/go/app/Export'
import * as Import from '../../../wailsjs/go/app/Import'
import * as Library from '../../../wailsjs/go/app/Library'
import * as Notes from '../../../wailsjs/go/app/Notes'
import * as Search from '../../../wailsjs/go/app/Search'
import * as Settings from '../../../wailsjs/go/app/Settings'
import * as Tags from '../../../wailsjs/go/app/Tags'
import type { Api } from './api'
import { toProblem } from './problem'

// The generated wrapper of EventsOn only adds a count to this call.
const { runtime } = window as unknown as { runtime: { EventsOn(name: string, handler: () => void): () => void } }

/** A rejection becomes a Problem; nothing else about the call changes. */
function speak<A extends unknown[], T>(bound: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  return async (...args) => {
    try {
      return await bound(...args)
    } catch (reason) {
      throw toProblem(reason)
    }
  }
}

export const api: Api = {
  library: {
    list: speak(Library.List),
    item: speak(Library.Item),
    markRead: speak(Library.MarkRead),
    glossary: speak(Library.Glossary),
  },
  notes: {
    list: speak(Notes.List),
    get: speak(Notes.Get),
    create: speak(Notes.Create),
    templates: speak(Notes.Templates),
    createFrom: speak(Notes.CreateFrom),
    save: speak(Notes.Save),
    saveElsewhere: speak(Notes.SaveElsewhere),
    setProperties: speak(Notes.SetProperties),
    setPlace: speak(Notes.SetPlace),
    meetings: speak(Notes.Meetings),
    links: speak(Notes.Links),
    resolve: speak(Notes.Resolve),
    titles: speak(Notes.Titles),
    trash: speak(Notes.Trash),
    restore: speak(Notes.Restore),
    emptyTrash: speak(Notes.EmptyTrash),
    history: speak(Notes.History),
    restoreVersion: speak(Notes.RestoreVersion),
    preview: speak(Notes.Preview),
    flushed: speak(Notes.Flushed),
  },
  tags: {
    list: speak(Tags.List),
    rename: speak(Tags.Rename),
    merge: speak(Tags.Merge),
    remove: speak(Tags.Remove),
  },
  checklists: {
    templates: speak(Checklists.Templates),
    saveTemplate: speak(Checklists.SaveTemplate),
    importTemplate: speak(Checklists.ImportTemplate),
    exportTemplate: speak(Checklists.ExportTemplate),
    removeTemplate: speak(Checklists.RemoveTemplate),
    previewDates: speak(Checklists.PreviewDates),
    start: speak(Checklists.Start),
    list: speak(Checklists.List),
    get: speak(Checklists.Get),
    setStep: speak(Checklists.SetStep),
    setFacts: speak(Checklists.SetFacts),
    setDeadline: speak(Checklists.SetDeadline),
    followAnchor: speak(Checklists.FollowAnchor),
    moveAnchor: speak(Checklists.MoveAnchor),
    previewAnchor: speak(Checklists.PreviewAnchor),
    setHeading: speak(Checklists.SetHeading),
    archive: speak(Checklists.Archive),
    undo: speak(Checklists.Undo),
    addStep: speak(Checklists.AddStep),
    editStep: speak(Checklists.EditStep),
    removeStep: speak(Checklists.RemoveStep),
    moveStep: speak(Checklists.MoveStep),
    setQuestion: speak(Checklists.SetQuestion),
    removeQuestion: speak(Checklists.RemoveQuestion),
    setAnswer: speak(Checklists.SetAnswer),
    offers: speak(Checklists.Offers),
    takeOffers: speak(Checklists.TakeOffers),
    compare: speak(Checklists.Compare),
    recesses: speak(Checklists.Recesses),
    addRecess: speak(Checklists.AddRecess),
    removeRecess: speak(Checklists.RemoveRecess),
    log: speak(Checklists.Log),
  },
  imports: {
    choose: speak(Import.Choose),
    start: speak(Import.Start),
    progress: speak(Import.Progress),
    cancel: speak(Import.Cancel),
  },
  exports: {
    confidential: speak(Export.Confidential),
    suggest: speak(Export.Suggest),
    save: speak(Export.Save),
    preview: speak(Export.Preview),
    progress: speak(Export.Progress),
    cancel: speak(Export.Cancel),
    openFolder: speak(Export.OpenFolder),
  },
  search: {
    find: speak(Search.Find),
  },
  settings: {
    get: speak(Settings.Get),
    set: speak(Settings.Set),
    about: speak(Settings.About),
    manual: speak(Settings.Manual),
    toErase: speak(Settings.ToErase),
    erase: speak(Settings.Erase),
    readTheme: speak(Settings.ReadTheme),
    openLink: speak(Settings.OpenLink),
    shade: speak(Settings.Shade),
    ready: speak(Settings.Ready),
  },
  backups: {
    list: speak(Backups.List),
    make: speak(Backups.Make),
    choose: speak(Backups.Choose),
    look: speak(Backups.Look),
    restore: speak(Backups.Restore),
    chooseSecondPlace: speak(Backups.ChooseSecondPlace),
    forgetSecondPlace: speak(Backups.ForgetSecondPlace),
  },
  events: {
    on: (name, handler) => runtime.EventsOn(name, handler),
  },
}
