//! What the reducer does when the user mends a page. Every correction is one step of the history.

use super::choice::DecodedFile;
use super::focus::CaretStep;
use super::mending::{Command, HeadlineForm};
use super::{Area, Change, Choices, History, Picked, State};
use crate::engine::choices::{Project, Settings};
use crate::engine::project_file::ProjectError;
use crate::report::views::DocumentId;
use crate::text::page::correction::{Correction, FileCorrections};
use crate::ui::shared::Shared;

/// What stands beside the corrections themselves.
#[derive(Debug, Clone, Default)]
pub struct Mending {
    /// What is asked before a headline is made.
    pub form: Option<HeadlineForm>,
    /// What happened last, to be told.
    pub told: Option<Told>,
    /// Rises with everything that is told, so that the same can be told twice.
    pub told_serial: u32,
    /// Whether corrections are on the way to the worker: places on the screen are about to change.
    pub is_settling: bool,
    /// The project as it was saved to a file, or opened from one.
    pub saved: Shared<Project>,
    /// The project that a file on its way holds.
    pub saving: Shared<Project>,
    /// What came of the project file that was opened last.
    pub opening: Opening,
}

/// What came of opening a project file.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Opening {
    /// None was opened.
    #[default]
    Nothing,
    /// It is in force.
    Opened,
    /// It is none, and why; without a reason where it could not be read at all.
    Failed(Option<ProjectError>),
}

/// What happened, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A command was carried out.
    Done(Command),
    /// A command does not fit the unit.
    DoesNotFit(Command),
    /// A decision was judged; `mended` tells whether it was corrected at once.
    Judged {
        /// Whether it was right.
        is_right: bool,
        /// Whether the other reading of it was made.
        mended: bool,
    },
    /// There is no further decision in this direction.
    NoFurther,
    /// A step was taken back.
    Undone,
    /// A step was made again.
    Redone,
}

/// What can happen at the clean page.
#[derive(Debug, Clone, PartialEq)]
pub enum MendAction {
    /// The focus goes to a unit, the caret before one of its characters.
    Focus(u32, u32),
    /// The keyboard goes to a unit, which is to be shown.
    Arrive(u32),
    /// The caret moves.
    Caret(CaretStep),
    /// A stretch of a unit is selected, or nothing.
    Pick(Option<Picked>),
    /// The selection is drawn from the caret by a character: on, or back.
    PickOn(bool),
    /// A command is given.
    Give(Command),
    /// What is asked before a headline is made is answered otherwise.
    Form(HeadlineForm),
    /// The headline is made as the form says.
    MakeHeadline,
    /// The form is put away.
    CloseForm,
    /// A project file was opened, or could not be; without a reason where it could not be read at all.
    Open(Result<Box<(Settings, Project)>, Option<ProjectError>>),
    /// The project is to be saved.
    Save,
    /// The project was saved.
    Saved,
}

/// Whether a project holds what took the user some work.
fn has_work(project: &Project) -> bool {
    !is_same_work(project, &Project::default())
}

fn is_same_work(one: &Project, other: &Project) -> bool {
    one.corrections == other.corrections
        && one.lexicon == other.lexicon
        && one.dictionaries == other.dictionaries
        && one.names == other.names
        && one.phrases == other.phrases
        && one.groups == other.groups
}

impl State {
    /// Whether corrections were made, or words, names or phrases decided, that no file holds.
    pub fn has_unsaved_corrections(&self) -> bool {
        let (project, saved) = (&self.choices.present().project, &self.mending.saved);
        project != saved && has_work(project) && !is_same_work(project, saved)
    }

    /// The corrections of the document that is read, in the order in which they were made.
    pub fn corrections(&self) -> &[Correction] {
        let file = self.reading.document.and_then(|id| self.decoded_file(id));
        let files = &self.choices.present().project.corrections;
        let found =
            file.and_then(|(sha256, encoding)| FileCorrections::find(files, &sha256, encoding));
        found.map_or(&[], |entry| &entry.corrections)
    }

    pub(super) fn mend(&mut self, action: MendAction) {
        match action {
            MendAction::Pick(picked) => self.reading.change().pick(picked),
            MendAction::PickOn(forward) => self.reading.change().pick_on(forward),
            MendAction::Focus(unit, caret) => {
                self.mending.change().form = None;
                self.reading.change().pick(None);
                self.reading.change().focus_on(unit, caret);
            }
            MendAction::Arrive(unit) => {
                self.mending.change().form = None;
                self.reading.change().pick(None);
                self.reading.change().arrive_at(unit);
            }
            MendAction::Caret(step) => {
                let reading = self.reading.change();
                reading.pick(None);
                reading.move_caret(step);
            }
            MendAction::Give(Command::MakeHeadline) => match self.reading.headline_form() {
                form @ Some(_) => self.mending.change().form = form,
                None => self.tell(Told::DoesNotFit(Command::MakeHeadline)),
            },
            MendAction::Give(command) => self.correct(command, self.reading.correction(command)),
            MendAction::Form(form) => self.mending.change().form = Some(form),
            MendAction::MakeHeadline => {
                let form = self.mending.change().form.take();
                let correction = form.and_then(|form| self.reading.headline(form));
                self.correct(Command::MakeHeadline, correction);
            }
            MendAction::CloseForm => self.mending.change().form = None,
            MendAction::Open(Ok(opened)) => self.open_project(*opened),
            MendAction::Open(Err(error)) => {
                self.mending.change().opening = Opening::Failed(error);
                self.area = Area::Settings;
            }
            MendAction::Save => {
                let project = self.choices.present().project.clone();
                self.mending.change().saving = project;
            }
            MendAction::Saved => {
                let mending = self.mending.change();
                mending.saved = std::mem::take(&mut mending.saving);
            }
        }
    }

    fn correct(&mut self, command: Command, correction: Option<Correction>) {
        let file = self.reading.document.and_then(|id| self.decoded_file(id));
        let (Some(correction), Some(file)) = (correction, file) else {
            self.tell(Told::DoesNotFit(command));
            return;
        };
        self.mending.change().form = None;
        self.reading.change().pick(None);
        if command == Command::SetAside {
            // The work goes on here, not at the end of the page where the unit will stand.
            self.reading.change().let_go();
        }
        self.choose(Change::Correct(file, correction));
        self.tell(Told::Done(command));
    }

    fn open_project(&mut self, (settings, project): (Settings, Project)) {
        let opened = Choices {
            settings: Shared::new(settings),
            project: Shared::new(project),
        };
        let mending = self.mending.change();
        mending.saved = opened.project.clone();
        mending.opening = Opening::Opened;
        self.change_choices(|choices| choices.step(opened));
    }

    /// The corrections are in force: what is on the screen is fetched again.
    pub(super) fn settle(&mut self) {
        if self.mending.is_settling {
            self.mending.change().is_settling = false;
            self.reading.change().follow_page();
        }
    }

    /// Changes the choices, and minds whether places on the screen change with them.
    pub(super) fn change_choices(&mut self, change: impl FnOnce(&mut History<Choices>)) {
        let before = self.choices.present().project.clone();
        change(self.choices.change());
        let after = &self.choices.present().project;
        if before != *after && before.corrections != after.corrections {
            self.mending.change().is_settling = true;
        }
    }

    pub(super) fn undo(&mut self) {
        if self.choices.can_undo() {
            self.change_choices(History::undo);
            self.tell(Told::Undone);
        }
    }

    pub(super) fn redo(&mut self) {
        if self.choices.can_redo() {
            self.change_choices(History::redo);
            self.tell(Told::Redone);
        }
    }

    pub(super) fn tell(&mut self, told: Told) {
        let mending = self.mending.change();
        mending.told = Some(told);
        mending.told_serial += 1;
    }

    /// The file of a document in the encoding in which it is read.
    pub(super) fn decoded_file(&self, id: DocumentId) -> Option<DecodedFile> {
        let document = self.documents.iter().find(|document| document.id == id)?;
        let view = document.view.as_ref()?;
        Some((view.sha256.clone(), view.encoding.encoding))
    }
}
