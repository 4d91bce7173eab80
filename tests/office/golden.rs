//! Golden bytes: the forms that are hardest to change. A later version must write and read the very
//! same bytes; a difference here means a new version number, not a new golden file.

use cunbang::domain::disclosure::{Code, Disclosure, PaperNames, content_hash, signed_message};
use cunbang::domain::journal::{
    Body, FindingCount, Header, Subject, Submitted, TerminalId, blob_hash, body_hash, entry_id,
};
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::finding::{Check, Level};
use cunbang::domain::roll::{Line, Person, RollKey, Totals};
use cunbang::domain::values::hash::Hash;
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::quantity::{Quantity, Rate};
use cunbang::domain::values::timestamp::Timestamp;
use cunbang::store::{Entry, rows, signed_bytes};
use cunbang::vault::SigningKey;

fn golden(name: &str) -> String {
    std::fs::read_to_string(format!("tests/golden/{name}")).unwrap().trim_end().to_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn hash(n: u8) -> Hash {
    Hash::of("golden\n", &[&[n]])
}

fn key() -> RollKey {
    let division = DivisionCode::parse("140923104204").unwrap();
    RollKey::normal("P01".into(), division, Period::parse("2026").unwrap())
}

fn line() -> Line {
    let mut line = Line::new(1);
    line.householder = Person { name: "赵𬭎".into(), id: "140923200002290103".into() };
    line.payee =
        Some(Person { name: "买买提·阿不都".into(), id: "142225195503151235".into() });
    line.group = "一组".into();
    line.card = "6214123456789012348".into();
    line.bank = "代县农商行".into();
    line.quantity = Some(Quantity::parse("2.335").unwrap());
    line.rate = Some(Rate::parse("67").unwrap());
    line.amount = Fen::parse("156.45").unwrap();
    line.source_row = 7;
    line
}

fn submitted() -> Body {
    Body::from(Submitted {
        key: key(),
        label: "140923104-2026-GD-0007".into(),
        rows: hash(1),
        totals: Totals::of(&[line()]),
        findings: vec![FindingCount {
            check: Check::A09,
            level: Level::Explain,
            count: 2,
            open: 0,
        }],
        reasons: Some(hash(2)),
        entered_by: vec![hash(3)],
        when: NoticeTime::BeforeSubmission,
        notice: Some(hash(4)),
        steps: cunbang::domain::journal::ReviewSteps::One,
        rules: None,
    })
}

fn header(body: &Body) -> Header {
    let terminal = TerminalId::of_key(SigningKey::from_bytes(&[1; 32]).public().bytes());
    Header {
        v: 1,
        suite: 1,
        terminal,
        seq: 42,
        prev: Some(hash(5)),
        at: Timestamp::parse("2026-07-01T09:12").unwrap(),
        clock_doubtful: false,
        author: Some(hash(6)),
        kind: body.kind().into(),
        subject: Subject::parse(&format!("B-{terminal}-42")).unwrap(),
        saw: vec![hash(4)],
        body: body_hash(&body.to_bytes().unwrap()),
        blobs: body.blobs(),
    }
}

#[test]
fn a_body_keeps_its_bytes() {
    let body = submitted();
    assert_eq!(text(&body.to_bytes().unwrap()), golden("submitted.body.json"));
    assert_eq!(
        Body::from_bytes("submitted", golden("submitted.body.json").as_bytes()).unwrap(),
        body
    );
}

#[test]
fn a_header_its_id_and_its_signature_keep_their_bytes() {
    let header_bytes = header(&submitted()).to_bytes().unwrap();
    assert_eq!(text(&header_bytes), golden("submitted.header.json"));
    assert_eq!(entry_id(&header_bytes).to_string(), golden("submitted.id.txt"));
    let signature = SigningKey::from_bytes(&[2; 32]).sign(&signed_bytes(&header_bytes));
    assert_eq!(signature.to_string(), golden("submitted.signature.txt"));
    let entry = Entry {
        header: header(&submitted()),
        header_bytes,
        signature: Some(signature),
        body_bytes: submitted().to_bytes().unwrap(),
    };
    assert_eq!(
        Hash::of("", &[&entry.to_bytes()]).to_string(),
        golden("submitted.entry.sha256.txt")
    );
    assert_eq!(Entry::from_bytes(&entry.to_bytes()).unwrap(), entry);
}

#[test]
fn rows_and_blobs_keep_their_bytes() {
    let content = rows::to_content(&[line()]).unwrap();
    assert_eq!(text(&content), golden("rows.json"));
    assert!(rows::from_content(golden("rows.json").as_bytes()).unwrap() == [line()]);
    assert_eq!(blob_hash(&[7; 16], &content).to_string(), golden("rows.blob.txt"));
}

#[test]
fn a_disclosure_its_code_and_its_signature_keep_their_bytes() {
    let bytes = golden("disclosure.json");
    let disclosure = Disclosure::from_bytes(bytes.as_bytes()).unwrap();
    assert_eq!(text(&disclosure.to_bytes().unwrap()), bytes);
    let code = Code::of(bytes.as_bytes());
    let signature = SigningKey::from_bytes(&[3; 32]).sign(&signed_message(bytes.as_bytes()));
    let body = format!(
        "{code}\n{}\n{}\n{}\n{signature}",
        code.check_code(),
        content_hash(bytes.as_bytes()),
        code.url("cunbang.example")
    );
    assert_eq!(body, golden("disclosure.code.txt"));
    let names = PaperNames { salt: "0".repeat(26), names: vec![(1, "赵𬭎".into())] };
    assert_eq!(
        format!("{}\n{}", text(&names.to_bytes().unwrap()), names.hash().unwrap()),
        golden("paper-names.txt")
    );
}

#[test]
fn the_schema_names_every_field_of_a_disclosure_and_no_other() {
    let schema: serde_json::Value =
        serde_json::from_slice(&std::fs::read("data/disclosure.schema.json").unwrap()).unwrap();
    let disclosure: serde_json::Value = serde_json::from_str(&golden("disclosure.json")).unwrap();
    let fields =
        |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let optional = ["practice", "kind", "paid_on", "changes"];
    let known: Vec<String> = fields(&schema["properties"]);
    assert!(fields(&disclosure).iter().all(|field| known.contains(field)));
    let required: Vec<&str> = schema["required"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field.as_str().unwrap())
        .collect();
    assert!(
        known
            .iter()
            .all(|field| optional.contains(&field.as_str()) || required.contains(&field.as_str()))
    );
    let row = schema["$defs"]["row"]["prefixItems"].as_array().unwrap();
    assert_eq!(row.len(), disclosure["rows"][0].as_array().unwrap().len());
}
