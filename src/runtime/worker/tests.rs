//! What the worker does of several things when one of them is refused, or a person stops it, or
//! asks for something else meanwhile.
use super::office::Office;
use super::task::TaskContext;
use crate::app::effect::EachRequest;
use crate::app::message::Answer;
use crate::app::views::{BatchId, BatchRow};
use crate::domain::dossier::{Refusal, Stage};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::builtin;
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Spoken;
use crate::domain::values::timestamp::Timestamp;
use crate::office::{ActName, BatchName, BatchRef, Possible, Target, Values};
use crate::runtime::clock::Clock;
use crate::runtime::session::{ImportAsked, NewOffice, NewStore, NewUserAsked, Session};
use crate::vault::{KdfCost, Password};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

const PASSWORD: &str = "红门前的三棵老槐树2026";
const CLERK: &str = "填报员乙";
const REVIEWER: &str = "审核员丙";
/// The one in the middle is not submitted.
const ROLLS: [&str; 3] = [
    "枣林东村-公益性岗位补贴-2026.csv",
    "小敦素村-公益性岗位补贴-2026.csv",
    "枣林西村-高龄津贴-2026.csv",
];

struct Store {
    place: PathBuf,
    batches: Vec<BatchId>,
    _folder: tempfile::TempDir,
}

fn clock() -> Clock {
    Clock::Fixed(Timestamp::parse("2026-07-01").unwrap())
}

/// Three rolls, of which the first and the last are submitted.
fn store() -> Store {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    let password = Password::new(PASSWORD);
    let office = NewOffice {
        division: DivisionCode::parse("140923104").unwrap(),
        name: "枣林镇人民政府",
        host: "",
        practice: true,
        administrator: "管理员甲",
        id_number: "11010519491231002X",
        password: &password,
    };
    let new = NewStore::prepare(&place, &office, KdfCost::FLOOR, clock()).unwrap();
    let mut session = new.found().unwrap().session;
    session.import_reference(&builtin::daixian().unwrap()).unwrap();
    let users = [
        (CLERK, Role::Clerk, "140923200002290103"),
        (REVIEWER, Role::Reviewer, "140923198001010018"),
    ];
    for (name, role, id_number) in users {
        let roles = Roles::new([role]).unwrap();
        session.add_user(&NewUserAsked { name, roles, id_number, password: &password }).unwrap();
    }
    session.close().unwrap();
    let mut session = Session::open(&place, CLERK, &password, 60, clock()).unwrap();
    let numbers = ROLLS.map(|file| import(&mut session, file));
    submit(&mut session, numbers[0]);
    submit(&mut session, numbers[2]);
    session.close().unwrap();
    let batches = numbers.iter().map(|number| BatchId(format!("D-{number}"))).collect();
    Store { place, batches, _folder: folder }
}

fn import(session: &mut Session, file: &str) -> u32 {
    let path = Path::new("tests/data/rolls").join(file);
    let asked = ImportAsked::default();
    let stop = AtomicBool::new(false);
    session.import(&path, &asked, &stop, &mut |_| {}).unwrap().rolls[0].draft.unwrap()
}

/// After its notice, where that comes first.
fn submit(session: &mut Session, number: u32) {
    let named = || BatchRef { name: BatchName::Draft(number), seen: None };
    let none = Values::default();
    let batch = session.batch(&BatchName::Draft(number)).unwrap();
    let answer = session.answers().unwrap().of(ActName::Submit, &batch, None).unwrap();
    if answer == Possible::No(Refusal::NoticeFirst) {
        session.perform(&ActName::Publish.read(Target::Batch(named()), &none).unwrap()).unwrap();
    }
    session.perform(&ActName::Submit.read(Target::Batches(vec![named()]), &none).unwrap()).unwrap();
}

fn office(store: &Store, user: &str) -> Office {
    let mut office = Office::new(store.place.clone(), clock());
    let answer = office.unlock(user, &Secret::new(PASSWORD));
    assert!(matches!(answer, Answer::Unlocked(_)), "{answer:?}");
    office
}

fn approve(store: &Store) -> Vec<EachRequest> {
    let each = store.batches.iter().zip(ROLLS).map(|(id, title)| {
        let target = Target::Batch(BatchRef { name: BatchName::parse(&id.0), seen: None });
        let request = ActName::Approve.read(target, &Values::default()).unwrap();
        EachRequest { title: title.into(), request }
    });
    each.collect()
}

fn stages(office: &Office, store: &Store) -> Vec<Stage> {
    store.batches.iter().map(|id| office.batch(id).unwrap().stage()).collect()
}

fn looked(answer: Answer) -> (Vec<BatchRow>, Vec<BatchId>) {
    let Answer::Looked { batches, left } = answer else {
        unreachable!("not looked at but {answer:?}")
    };
    (batches, left)
}

#[test]
fn a_refusal_in_the_middle_leaves_what_is_done_and_says_which_it_was() {
    let store = store();
    let mut office = office(&store, REVIEWER);
    let mut told = Vec::new();
    let mut progress = |done, total| told.push((done, total));
    let stop = AtomicBool::new(false);
    let mut going = TaskContext { stop: &stop, progress: &mut progress, others_wait: &|| false };
    let answer = office.perform_each(&approve(&store), &mut going).unwrap();
    let Answer::DoneLookOut { sentence, warnings } = answer else {
        unreachable!("it was not said: {answer:?}")
    };
    assert_eq!(sentence.key, "runtime-each-partly");
    let which = warnings.iter().find(|said| said.key == "runtime-each-refused").unwrap();
    assert!(format!("{which:?}").contains("小敦素村"), "{which:?}");
    assert!(warnings.contains(&Refusal::NotSubmitted.sentence()), "{warnings:?}");
    assert_eq!(stages(&office, &store), [Stage::Approved, Stage::Open, Stage::Submitted]);
    assert_eq!(told, [(1, 3)]);
    office.close();
}

#[test]
fn a_person_stops_between_two_of_them_and_what_is_done_stays() {
    let store = store();
    let mut office = office(&store, REVIEWER);
    let stop = AtomicBool::new(false);
    let mut progress = |_, _| stop.store(true, Ordering::SeqCst);
    let mut going = TaskContext { stop: &stop, progress: &mut progress, others_wait: &|| false };
    let answer = office.perform_each(&approve(&store), &mut going).unwrap();
    assert!(
        matches!(&answer, Answer::DoneLookOut { sentence, .. } if sentence.key == "runtime-each-stopped"),
        "{answer:?}"
    );
    assert_eq!(stages(&office, &store), [Stage::Approved, Stage::Open, Stage::Submitted]);
    office.close();
}

#[test]
fn looking_gives_way_to_a_person_and_still_comes_to_an_end() {
    let store = store();
    let mut office = office(&store, CLERK);
    let stop = AtomicBool::new(false);
    let mut progress = |_, _| {};
    let going = TaskContext { stop: &stop, progress: &mut progress, others_wait: &|| true };
    let mut wanted =
        vec![store.batches[1].clone(), BatchId("D-999".into()), store.batches[0].clone()];
    let row = |rows: &[BatchRow]| {
        let row = rows.iter().find(|row| row.seen.batch == store.batches[1]).unwrap();
        row.clone()
    };
    assert!(row(&office.list_batches().unwrap()).lacks_a_look());
    let mut rounds = 0;
    while !wanted.is_empty() {
        let (rows, left) = looked(office.look_at_rows(&wanted, &going).unwrap());
        assert!(!row(&rows).lacks_a_look(), "it was the first");
        assert!(left.len() < wanted.len());
        wanted = left;
        rounds += 1;
    }
    assert_eq!(rounds, 3);
    office.close();
}
