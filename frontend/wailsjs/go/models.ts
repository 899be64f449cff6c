export namespace app {
	
	export class AboutView {
	    version: string;
	    dataFolder: string;
	    notes: number;
	    runs: number;
	    lastBackup: string;
	    recovered: boolean;
	    checked: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AboutView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.dataFolder = source["dataFolder"];
	        this.notes = source["notes"];
	        this.runs = source["runs"];
	        this.lastBackup = source["lastBackup"];
	        this.recovered = source["recovered"];
	        this.checked = source["checked"];
	    }
	}
	export class AnchorMove {
	    run: string;
	    date: string;
	    election: string;
	
	    static createFrom(source: any = {}) {
	        return new AnchorMove(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.date = source["date"];
	        this.election = source["election"];
	    }
	}
	export class AnchorShift {
	    step: string;
	    text: string;
	    from: string;
	    to: string;
	
	    static createFrom(source: any = {}) {
	        return new AnchorShift(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.step = source["step"];
	        this.text = source["text"];
	        this.from = source["from"];
	        this.to = source["to"];
	    }
	}
	export class AnchorPreview {
	    election: string;
	    unsure: boolean;
	    shifts: AnchorShift[];
	
	    static createFrom(source: any = {}) {
	        return new AnchorPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.election = source["election"];
	        this.unsure = source["unsure"];
	        this.shifts = this.convertValues(source["shifts"], AnchorShift);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Answer {
	    run: string;
	    step: string;
	    question: string;
	    column: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Answer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.step = source["step"];
	        this.question = source["question"];
	        this.column = source["column"];
	        this.text = source["text"];
	    }
	}
	export class BackupView {
	    path: string;
	    made: string;
	    notes: number;
	    runs: number;
	    aside: string;
	    chosen: boolean;
	    sealed: boolean;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new BackupView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.made = source["made"];
	        this.notes = source["notes"];
	        this.runs = source["runs"];
	        this.aside = source["aside"];
	        this.chosen = source["chosen"];
	        this.sealed = source["sealed"];
	        this.version = source["version"];
	    }
	}
	export class BackupsView {
	    copies: BackupView[];
	    secondPlace: string;
	    secondLast: string;
	    secondProblem: string;
	
	    static createFrom(source: any = {}) {
	        return new BackupsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.copies = this.convertValues(source["copies"], BackupView);
	        this.secondPlace = source["secondPlace"];
	        this.secondLast = source["secondLast"];
	        this.secondProblem = source["secondProblem"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CourseView {
	    present: boolean;
	    state: string;
	    reason: string;
	    chosen: string[];
	    done: string;
	    dated: boolean;
	    offset: number;
	    days: number;
	
	    static createFrom(source: any = {}) {
	        return new CourseView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.present = source["present"];
	        this.state = source["state"];
	        this.reason = source["reason"];
	        this.chosen = source["chosen"];
	        this.done = source["done"];
	        this.dated = source["dated"];
	        this.offset = source["offset"];
	        this.days = source["days"];
	    }
	}
	export class PairView {
	    phase: string;
	    step: string;
	    text: string;
	    left: CourseView;
	    right: CourseView;
	
	    static createFrom(source: any = {}) {
	        return new PairView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phase = source["phase"];
	        this.step = source["step"];
	        this.text = source["text"];
	        this.left = this.convertValues(source["left"], CourseView);
	        this.right = this.convertValues(source["right"], CourseView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProgressView {
	    done: number;
	    total: number;
	    skipped: number;
	
	    static createFrom(source: any = {}) {
	        return new ProgressView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.done = source["done"];
	        this.total = source["total"];
	        this.skipped = source["skipped"];
	    }
	}
	export class RunCard {
	    id: string;
	    template: string;
	    title: string;
	    name: string;
	    municipality: string;
	    period: string;
	    anchor: string;
	    anchorLabel: string;
	    progress: ProgressView;
	    nextStep: string;
	    deadline: string;
	    deadlineStep: string;
	    late: boolean;
	    archived: boolean;
	    created: string;
	    updated: string;
	
	    static createFrom(source: any = {}) {
	        return new RunCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.template = source["template"];
	        this.title = source["title"];
	        this.name = source["name"];
	        this.municipality = source["municipality"];
	        this.period = source["period"];
	        this.anchor = source["anchor"];
	        this.anchorLabel = source["anchorLabel"];
	        this.progress = this.convertValues(source["progress"], ProgressView);
	        this.nextStep = source["nextStep"];
	        this.deadline = source["deadline"];
	        this.deadlineStep = source["deadlineStep"];
	        this.late = source["late"];
	        this.archived = source["archived"];
	        this.created = source["created"];
	        this.updated = source["updated"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CompareView {
	    left: RunCard;
	    right: RunCard;
	    leftDays: number;
	    rightDays: number;
	    pairs: PairView[];
	
	    static createFrom(source: any = {}) {
	        return new CompareView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.left = this.convertValues(source["left"], RunCard);
	        this.right = this.convertValues(source["right"], RunCard);
	        this.leftDays = source["leftDays"];
	        this.rightDays = source["rightDays"];
	        this.pairs = this.convertValues(source["pairs"], PairView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class DatePreview {
	    template: string;
	    anchor: string;
	    election: string;
	
	    static createFrom(source: any = {}) {
	        return new DatePreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.template = source["template"];
	        this.anchor = source["anchor"];
	        this.election = source["election"];
	    }
	}
	export class SourceView {
	    title: string;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new SourceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.url = source["url"];
	    }
	}
	export class DateView {
	    step: string;
	    text: string;
	    date: string;
	    origin: string;
	    article: string;
	    source: SourceView;
	    note: string;
	    until: string;
	    calculated: boolean;
	    reference: boolean;
	    remarks: string[];
	
	    static createFrom(source: any = {}) {
	        return new DateView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.step = source["step"];
	        this.text = source["text"];
	        this.date = source["date"];
	        this.origin = source["origin"];
	        this.article = source["article"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.note = source["note"];
	        this.until = source["until"];
	        this.calculated = source["calculated"];
	        this.reference = source["reference"];
	        this.remarks = source["remarks"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EraseView {
	    notes: number;
	    trashed: number;
	    runs: number;
	    copies: number;
	    secondPlace: string;
	    aside: string;
	    erased: boolean;
	
	    static createFrom(source: any = {}) {
	        return new EraseView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.notes = source["notes"];
	        this.trashed = source["trashed"];
	        this.runs = source["runs"];
	        this.copies = source["copies"];
	        this.secondPlace = source["secondPlace"];
	        this.aside = source["aside"];
	        this.erased = source["erased"];
	    }
	}
	export class ExportPreview {
	    pages: string[];
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new ExportPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.pages = source["pages"];
	        this.total = source["total"];
	    }
	}
	export class ExportProgress {
	    busy: boolean;
	    done: number;
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new ExportProgress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.busy = source["busy"];
	        this.done = source["done"];
	        this.total = source["total"];
	    }
	}
	export class ExportRequest {
	    what: string;
	    ids: string[];
	    format: string;
	    withNotes: boolean;
	    includeConfidential: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ExportRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.what = source["what"];
	        this.ids = source["ids"];
	        this.format = source["format"];
	        this.withNotes = source["withNotes"];
	        this.includeConfidential = source["includeConfidential"];
	    }
	}
	export class ExportResult {
	    path: string;
	    bytes: number;
	    leftOut: number;
	    cancelled: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ExportResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.bytes = source["bytes"];
	        this.leftOut = source["leftOut"];
	        this.cancelled = source["cancelled"];
	    }
	}
	export class ImportFailed {
	    path: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new ImportFailed(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.reason = source["reason"];
	    }
	}
	export class ImportProgress {
	    done: number;
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new ImportProgress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.done = source["done"];
	        this.total = source["total"];
	    }
	}
	export class ImportResult {
	    imported: number;
	    unchanged: number;
	    trashed: number;
	    failed: ImportFailed[];
	    cancelled: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ImportResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.imported = source["imported"];
	        this.unchanged = source["unchanged"];
	        this.trashed = source["trashed"];
	        this.failed = this.convertValues(source["failed"], ImportFailed);
	        this.cancelled = source["cancelled"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ItemCard {
	    id: string;
	    title: string;
	    roles: string[];
	    summary: string;
	    takeaways: string[];
	    minutes: number;
	    read: boolean;
	    checklist: string;
	
	    static createFrom(source: any = {}) {
	        return new ItemCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.roles = source["roles"];
	        this.summary = source["summary"];
	        this.takeaways = source["takeaways"];
	        this.minutes = source["minutes"];
	        this.read = source["read"];
	        this.checklist = source["checklist"];
	    }
	}
	export class ItemSection {
	    id: string;
	    title: string;
	    level: number;
	    html: string;
	    notes: number;
	
	    static createFrom(source: any = {}) {
	        return new ItemSection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.level = source["level"];
	        this.html = source["html"];
	        this.notes = source["notes"];
	    }
	}
	export class NoteCard {
	    id: string;
	    title: string;
	    excerpt: string;
	    tags: string[];
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	    context: string;
	    meeting: string;
	    meetingDate: string;
	    confidential: boolean;
	    pinned: boolean;
	    created: string;
	    updated: string;
	    trashed: string;
	
	    static createFrom(source: any = {}) {
	        return new NoteCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.excerpt = source["excerpt"];
	        this.tags = source["tags"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	        this.context = source["context"];
	        this.meeting = source["meeting"];
	        this.meetingDate = source["meetingDate"];
	        this.confidential = source["confidential"];
	        this.pinned = source["pinned"];
	        this.created = source["created"];
	        this.updated = source["updated"];
	        this.trashed = source["trashed"];
	    }
	}
	export class TermView {
	    term: string;
	    explanation: string;
	
	    static createFrom(source: any = {}) {
	        return new TermView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.term = source["term"];
	        this.explanation = source["explanation"];
	    }
	}
	export class ItemView {
	    id: string;
	    title: string;
	    roles: string[];
	    summary: string;
	    takeaways: string[];
	    minutes: number;
	    read: boolean;
	    checklist: string;
	    sections: ItemSection[];
	    sources: SourceView[];
	    checkedOn: string;
	    terms: TermView[];
	    notes: NoteCard[];
	    previous: string;
	    next: string;
	
	    static createFrom(source: any = {}) {
	        return new ItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.roles = source["roles"];
	        this.summary = source["summary"];
	        this.takeaways = source["takeaways"];
	        this.minutes = source["minutes"];
	        this.read = source["read"];
	        this.checklist = source["checklist"];
	        this.sections = this.convertValues(source["sections"], ItemSection);
	        this.sources = this.convertValues(source["sources"], SourceView);
	        this.checkedOn = source["checkedOn"];
	        this.terms = this.convertValues(source["terms"], TermView);
	        this.notes = this.convertValues(source["notes"], NoteCard);
	        this.previous = source["previous"];
	        this.next = source["next"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RoleCount {
	    role: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new RoleCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.role = source["role"];
	        this.count = source["count"];
	    }
	}
	export class LibraryView {
	    items: ItemCard[];
	    total: number;
	    counts: RoleCount[];
	
	    static createFrom(source: any = {}) {
	        return new LibraryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.items = this.convertValues(source["items"], ItemCard);
	        this.total = source["total"];
	        this.counts = this.convertValues(source["counts"], RoleCount);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LinkView {
	    target: string;
	    id: string;
	    title: string;
	    trashed: boolean;
	    same: number;
	
	    static createFrom(source: any = {}) {
	        return new LinkView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.target = source["target"];
	        this.id = source["id"];
	        this.title = source["title"];
	        this.trashed = source["trashed"];
	        this.same = source["same"];
	    }
	}
	export class LogLine {
	    at: string;
	    by: string;
	    id: string;
	    step: string;
	    what: string;
	    from: string;
	    to: string;
	    undone: boolean;
	    undoes: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LogLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.at = source["at"];
	        this.by = source["by"];
	        this.id = source["id"];
	        this.step = source["step"];
	        this.what = source["what"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.undone = source["undone"];
	        this.undoes = source["undoes"];
	    }
	}
	export class ManualSection {
	    id: string;
	    title: string;
	    level: number;
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new ManualSection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.level = source["level"];
	        this.html = source["html"];
	    }
	}
	export class MeetingView {
	    subject: string;
	    date: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new MeetingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.subject = source["subject"];
	        this.date = source["date"];
	        this.count = source["count"];
	    }
	}
	export class NewNote {
	    title: string;
	    body: string;
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	
	    static createFrom(source: any = {}) {
	        return new NewNote(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.body = source["body"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	    }
	}
	export class NewRun {
	    template: string;
	    from: string;
	    name: string;
	    municipality: string;
	    period: string;
	    anchor: string;
	    election: string;
	
	    static createFrom(source: any = {}) {
	        return new NewRun(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.template = source["template"];
	        this.from = source["from"];
	        this.name = source["name"];
	        this.municipality = source["municipality"];
	        this.period = source["period"];
	        this.anchor = source["anchor"];
	        this.election = source["election"];
	    }
	}
	
	export class NoteEdit {
	    id: string;
	    rev: number;
	    title: string;
	    body: string;
	    keepOld: boolean;
	
	    static createFrom(source: any = {}) {
	        return new NoteEdit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.rev = source["rev"];
	        this.title = source["title"];
	        this.body = source["body"];
	        this.keepOld = source["keepOld"];
	    }
	}
	export class NoteFromTemplate {
	    template: string;
	    title: string;
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	
	    static createFrom(source: any = {}) {
	        return new NoteFromTemplate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.template = source["template"];
	        this.title = source["title"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	    }
	}
	export class NoteLinks {
	    links: LinkView[];
	    backlinks: NoteCard[];
	
	    static createFrom(source: any = {}) {
	        return new NoteLinks(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.links = this.convertValues(source["links"], LinkView);
	        this.backlinks = this.convertValues(source["backlinks"], NoteCard);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TagCount {
	    tag: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new TagCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.tag = source["tag"];
	        this.count = source["count"];
	    }
	}
	export class NotePage {
	    notes: NoteCard[];
	    total: number;
	    tags: TagCount[];
	    trash: number;
	
	    static createFrom(source: any = {}) {
	        return new NotePage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.notes = this.convertValues(source["notes"], NoteCard);
	        this.total = source["total"];
	        this.tags = this.convertValues(source["tags"], TagCount);
	        this.trash = source["trash"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NotePlace {
	    id: string;
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	    meeting: string;
	    meetingDate: string;
	
	    static createFrom(source: any = {}) {
	        return new NotePlace(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	        this.meeting = source["meeting"];
	        this.meetingDate = source["meetingDate"];
	    }
	}
	export class NoteProperties {
	    id: string;
	    tags: string[];
	    pinned: boolean;
	    confidential: boolean;
	
	    static createFrom(source: any = {}) {
	        return new NoteProperties(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.tags = source["tags"];
	        this.pinned = source["pinned"];
	        this.confidential = source["confidential"];
	    }
	}
	export class NoteQuery {
	    words: string;
	    tag: string;
	    pinned: boolean;
	    trashed: boolean;
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	    meeting: string;
	    sort: string;
	    offset: number;
	    limit: number;
	    meetingDate: string;
	
	    static createFrom(source: any = {}) {
	        return new NoteQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.words = source["words"];
	        this.tag = source["tag"];
	        this.pinned = source["pinned"];
	        this.trashed = source["trashed"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	        this.meeting = source["meeting"];
	        this.sort = source["sort"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	        this.meetingDate = source["meetingDate"];
	    }
	}
	export class NoteSaved {
	    id: string;
	    rev: number;
	    title: string;
	    updated: string;
	
	    static createFrom(source: any = {}) {
	        return new NoteSaved(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.rev = source["rev"];
	        this.title = source["title"];
	        this.updated = source["updated"];
	    }
	}
	export class NoteTemplate {
	    id: string;
	    title: string;
	    summary: string;
	    own: boolean;
	
	    static createFrom(source: any = {}) {
	        return new NoteTemplate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.summary = source["summary"];
	        this.own = source["own"];
	    }
	}
	export class NoteView {
	    id: string;
	    title: string;
	    excerpt: string;
	    tags: string[];
	    item: string;
	    part: string;
	    run: string;
	    step: string;
	    context: string;
	    meeting: string;
	    meetingDate: string;
	    confidential: boolean;
	    pinned: boolean;
	    created: string;
	    updated: string;
	    trashed: string;
	    rev: number;
	    titleGiven: boolean;
	    body: string;
	
	    static createFrom(source: any = {}) {
	        return new NoteView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.excerpt = source["excerpt"];
	        this.tags = source["tags"];
	        this.item = source["item"];
	        this.part = source["part"];
	        this.run = source["run"];
	        this.step = source["step"];
	        this.context = source["context"];
	        this.meeting = source["meeting"];
	        this.meetingDate = source["meetingDate"];
	        this.confidential = source["confidential"];
	        this.pinned = source["pinned"];
	        this.created = source["created"];
	        this.updated = source["updated"];
	        this.trashed = source["trashed"];
	        this.rev = source["rev"];
	        this.titleGiven = source["titleGiven"];
	        this.body = source["body"];
	    }
	}
	export class OfferView {
	    step: string;
	    phase: string;
	    fresh: boolean;
	    text: string;
	    why: string;
	    origin: string;
	
	    static createFrom(source: any = {}) {
	        return new OfferView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.step = source["step"];
	        this.phase = source["phase"];
	        this.fresh = source["fresh"];
	        this.text = source["text"];
	        this.why = source["why"];
	        this.origin = source["origin"];
	    }
	}
	export class OptionView {
	    id: string;
	    text: string;
	    chosen: boolean;
	
	    static createFrom(source: any = {}) {
	        return new OptionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.chosen = source["chosen"];
	    }
	}
	export class OwnStep {
	    run: string;
	    phase: string;
	    step: string;
	    text: string;
	    why: string;
	    topic: boolean;
	
	    static createFrom(source: any = {}) {
	        return new OwnStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.phase = source["phase"];
	        this.step = source["step"];
	        this.text = source["text"];
	        this.why = source["why"];
	        this.topic = source["topic"];
	    }
	}
	
	export class QuestionView {
	    id: string;
	    text: string;
	    answers: string[];
	
	    static createFrom(source: any = {}) {
	        return new QuestionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.answers = source["answers"];
	    }
	}
	export class StepView {
	    id: string;
	    kind: string;
	    text: string;
	    why: string;
	    origin: string;
	    article: string;
	    source: SourceView;
	    parent: string;
	    state: string;
	    reason: string;
	    by: string;
	    at: string;
	    options: OptionView[];
	    people: string[];
	    questions: QuestionView[];
	    deadline: string;
	    proposed: string;
	    pinned: boolean;
	    late: boolean;
	    remarks: string[];
	    who: string;
	    note: string;
	    link: string;
	    notes: NoteCard[];
	
	    static createFrom(source: any = {}) {
	        return new StepView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.why = source["why"];
	        this.origin = source["origin"];
	        this.article = source["article"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.parent = source["parent"];
	        this.state = source["state"];
	        this.reason = source["reason"];
	        this.by = source["by"];
	        this.at = source["at"];
	        this.options = this.convertValues(source["options"], OptionView);
	        this.people = source["people"];
	        this.questions = this.convertValues(source["questions"], QuestionView);
	        this.deadline = source["deadline"];
	        this.proposed = source["proposed"];
	        this.pinned = source["pinned"];
	        this.late = source["late"];
	        this.remarks = source["remarks"];
	        this.who = source["who"];
	        this.note = source["note"];
	        this.link = source["link"];
	        this.notes = this.convertValues(source["notes"], NoteCard);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PhaseView {
	    id: string;
	    title: string;
	    goal: string;
	    origin: string;
	    source: SourceView;
	    progress: ProgressView;
	    steps: StepView[];
	
	    static createFrom(source: any = {}) {
	        return new PhaseView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.goal = source["goal"];
	        this.origin = source["origin"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.progress = this.convertValues(source["progress"], ProgressView);
	        this.steps = this.convertValues(source["steps"], StepView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PreviewView {
	    election: string;
	    period: string;
	    unsure: boolean;
	    dates: DateView[];
	
	    static createFrom(source: any = {}) {
	        return new PreviewView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.election = source["election"];
	        this.period = source["period"];
	        this.unsure = source["unsure"];
	        this.dates = this.convertValues(source["dates"], DateView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class RecessView {
	    id: string;
	    name: string;
	    first: string;
	    last: string;
	
	    static createFrom(source: any = {}) {
	        return new RecessView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.first = source["first"];
	        this.last = source["last"];
	    }
	}
	
	
	export class RunHeading {
	    run: string;
	    name: string;
	    municipality: string;
	    period: string;
	
	    static createFrom(source: any = {}) {
	        return new RunHeading(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.name = source["name"];
	        this.municipality = source["municipality"];
	        this.period = source["period"];
	    }
	}
	export class RunView {
	    id: string;
	    template: string;
	    title: string;
	    name: string;
	    municipality: string;
	    period: string;
	    anchor: string;
	    anchorLabel: string;
	    progress: ProgressView;
	    nextStep: string;
	    deadline: string;
	    deadlineStep: string;
	    late: boolean;
	    archived: boolean;
	    created: string;
	    updated: string;
	    notice: string;
	    item: string;
	    election: string;
	    phases: PhaseView[];
	    notes: NoteCard[];
	    dates: DateView[];
	    unsure: boolean;
	    canUndo: boolean;
	    offers: number;
	
	    static createFrom(source: any = {}) {
	        return new RunView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.template = source["template"];
	        this.title = source["title"];
	        this.name = source["name"];
	        this.municipality = source["municipality"];
	        this.period = source["period"];
	        this.anchor = source["anchor"];
	        this.anchorLabel = source["anchorLabel"];
	        this.progress = this.convertValues(source["progress"], ProgressView);
	        this.nextStep = source["nextStep"];
	        this.deadline = source["deadline"];
	        this.deadlineStep = source["deadlineStep"];
	        this.late = source["late"];
	        this.archived = source["archived"];
	        this.created = source["created"];
	        this.updated = source["updated"];
	        this.notice = source["notice"];
	        this.item = source["item"];
	        this.election = source["election"];
	        this.phases = this.convertValues(source["phases"], PhaseView);
	        this.notes = this.convertValues(source["notes"], NoteCard);
	        this.dates = this.convertValues(source["dates"], DateView);
	        this.unsure = source["unsure"];
	        this.canUndo = source["canUndo"];
	        this.offers = source["offers"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SearchHit {
	    kind: string;
	    id: string;
	    run: string;
	    title: string;
	    context: string;
	    snippet: string;
	    marks: number[];
	    updated: string;
	    confidential: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SearchHit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.id = source["id"];
	        this.run = source["run"];
	        this.title = source["title"];
	        this.context = source["context"];
	        this.snippet = source["snippet"];
	        this.marks = source["marks"];
	        this.updated = source["updated"];
	        this.confidential = source["confidential"];
	    }
	}
	export class SearchQuery {
	    words: string;
	    kinds: string[];
	    tag: string;
	    from: string;
	    to: string;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new SearchQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.words = source["words"];
	        this.kinds = source["kinds"];
	        this.tag = source["tag"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.limit = source["limit"];
	    }
	}
	export class SearchView {
	    notes: SearchHit[];
	    items: SearchHit[];
	    steps: SearchHit[];
	    more: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SearchView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.notes = this.convertValues(source["notes"], SearchHit);
	        this.items = this.convertValues(source["items"], SearchHit);
	        this.steps = this.convertValues(source["steps"], SearchHit);
	        this.more = source["more"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SettingsView {
	    role: string;
	    roleAsked: boolean;
	    appearance: string;
	    textSize: number;
	    name: string;
	    nameAsked: boolean;
	    municipality: string;
	    wordsPerMinute: number;
	    lecternSize: number;
	    theme: string;
	    tourSeen: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SettingsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.role = source["role"];
	        this.roleAsked = source["roleAsked"];
	        this.appearance = source["appearance"];
	        this.textSize = source["textSize"];
	        this.name = source["name"];
	        this.nameAsked = source["nameAsked"];
	        this.municipality = source["municipality"];
	        this.wordsPerMinute = source["wordsPerMinute"];
	        this.lecternSize = source["lecternSize"];
	        this.theme = source["theme"];
	        this.tourSeen = source["tourSeen"];
	    }
	}
	
	export class StepChange {
	    run: string;
	    step: string;
	    state: string;
	    reason: string;
	    by: string;
	    options: string[];
	
	    static createFrom(source: any = {}) {
	        return new StepChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.step = source["step"];
	        this.state = source["state"];
	        this.reason = source["reason"];
	        this.by = source["by"];
	        this.options = source["options"];
	    }
	}
	export class StepFacts {
	    run: string;
	    step: string;
	    who: string;
	    note: string;
	    link: string;
	
	    static createFrom(source: any = {}) {
	        return new StepFacts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.run = source["run"];
	        this.step = source["step"];
	        this.who = source["who"];
	        this.note = source["note"];
	        this.link = source["link"];
	    }
	}
	
	
	export class TemplateView {
	    id: string;
	    version: number;
	    title: string;
	    summary: string;
	    notice: string;
	    anchorLabel: string;
	    item: string;
	    steps: number;
	    phases: string[];
	    election: boolean;
	    own: boolean;
	
	    static createFrom(source: any = {}) {
	        return new TemplateView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.version = source["version"];
	        this.title = source["title"];
	        this.summary = source["summary"];
	        this.notice = source["notice"];
	        this.anchorLabel = source["anchorLabel"];
	        this.item = source["item"];
	        this.steps = source["steps"];
	        this.phases = source["phases"];
	        this.election = source["election"];
	        this.own = source["own"];
	    }
	}
	
	export class TitleView {
	    id: string;
	    title: string;
	    updated: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new TitleView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.updated = source["updated"];
	        this.text = source["text"];
	    }
	}
	export class VersionView {
	    id: string;
	    rev: number;
	    title: string;
	    saved: string;
	    body: string;
	
	    static createFrom(source: any = {}) {
	        return new VersionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.rev = source["rev"];
	        this.title = source["title"];
	        this.saved = source["saved"];
	        this.body = source["body"];
	    }
	}

}

