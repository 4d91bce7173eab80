//! What becomes public, by class; and what never does.
use crate::domain::disclosure::publication::*;
use crate::domain::disclosure::scanner::scan;
use crate::domain::reference::programme::{
    AgeRule, Certainty, DayKind, Frequency, NoticeRule, NoticeTime, RateKind,
};
use crate::domain::reference::{Contact, Switches};
use crate::domain::roll::Field;
use jiff::civil::date;

const IDS: [&str; 6] = [
    "140923198001010018",
    "142225195503151235",
    "142225196507120043",
    "142225197111302566",
    "142225194808080429",
    "142225196004017773",
];

fn lines(names: &[(&str, &str)]) -> Vec<Line> {
    let line = |(place, (name, group)): (usize, &(&str, &str))| {
        let mut line = Line::new(u32::try_from(place).unwrap() + 1);
        let cells = [
            (Field::Name, *name),
            (Field::Id, IDS[place % 6]),
            (Field::Group, group),
            (Field::Card, "6214123456789012348"),
            (Field::Phone, "13800000001"),
            (Field::Quantity, "3.75"),
            (Field::Rate, "67"),
            (Field::Amount, "251.25"),
        ];
        for (field, text) in cells {
            field.put(&mut line, text).unwrap();
        }
        line
    };
    names.iter().enumerate().map(line).collect()
}

fn programme(class: Class) -> Programme {
    Programme {
        code: "P01".into(),
        name: "耕地地力保护补贴".into(),
        aliases: vec![],
        department: "农业农村局".into(),
        basis: vec!["财农〔2016〕26号".into()],
        audience: "承包耕地的农户".into(),
        unit: "亩".into(),
        payee_basis: PayeeBasis::Household,
        rate_kind: RateKind::Fixed,
        rates: vec![],
        class,
        notice: NoticeRule::new(NoticeTime::BeforeSubmission, 7, DayKind::Calendar),
        age: AgeRule::default(),
        certainty: Certainty::Certain,
        frequency: Frequency::Year,
        relief: false,
        result_days: None,
        not_for_staff: false,
        remark: String::new(),
        from: None,
        to: None,
    }
}

fn reference(full_names_on_web: bool) -> Reference {
    let division = |code: &str, name: &str| Division {
        code: DivisionCode::parse(code).unwrap(),
        name: name.into(),
        from: None,
        to: None,
        predecessors: vec![],
    };
    let contact = Contact {
        division: DivisionCode::parse("140923104").unwrap(),
        office: "枣林镇".into(),
        phone: "0350-5222222".into(),
        from: None,
        to: None,
    };
    Reference {
        divisions: vec![
            division("140923", "代县"),
            division("140923104", "枣林镇"),
            division("140923104203", "段村村委会"),
        ],
        contacts: vec![contact],
        switches: Some(Switches { full_names_on_web }),
        ..Reference::default()
    }
}

fn publish_by(
    lines: &[Line],
    programme: &Programme,
    full_on_web: bool,
) -> (Disclosure, Option<PaperNames>) {
    let village = DivisionCode::parse("140923104203").unwrap();
    let key = RollKey::normal(
        "P01".into(),
        village,
        crate::domain::values::period::Period::year_of(2026).unwrap(),
    );
    let publication = Publication {
        key: &key,
        lines,
        programme,
        reference: &reference(full_on_web),
        issuer: Issuer {
            name: "段村村民委员会".into(),
            division: village,
            kind: IssuerKind::VillageCommittee,
        },
        stage: DisclosureStage::Notice,
        posted: date(2026, 7, 1),
        notice: Some(NoticePeriod {
            from: date(2026, 7, 1),
            to: date(2026, 7, 8),
            day_kind: DayKind::Calendar,
        }),
        revision: 1,
        replaces: None,
        subject: "B-7K3QX2MD-42".into(),
        label: "140923104-2026-DL-0007".into(),
        salt: "00".into(),
        paper_salt: "11".into(),
        practice: false,
        paid_on: None,
        former: None,
    };
    publication.build().unwrap()
}

fn publish(
    names: &[(&str, &str)],
    class: Class,
    full_on_web: bool,
) -> (Disclosure, Option<PaperNames>) {
    publish_by(&lines(names), &programme(class), full_on_web)
}

fn shown(disclosure: &Disclosure) -> Vec<&str> {
    disclosure.rows.iter().map(|row| row.name.as_str()).collect()
}

fn printed(paper: &PaperNames) -> Vec<&str> {
    paper.names.iter().map(|(_, name)| name.as_str()).collect()
}

#[test]
fn an_ordinary_list_is_masked_on_the_web_and_full_on_paper() {
    for class in [Class::S0, Class::S1] {
        let (web, paper) = publish(&[("张建军", "一组"), ("欧阳春梅", "二组")], class, false);
        assert_eq!((web.names, shown(&web)), (NameShow::Masked, vec!["张*军", "欧**梅"]));
        let paper = paper.unwrap();
        assert_eq!(printed(&paper), ["张建军", "欧阳春梅"]);
        assert_eq!(web.paper_names, Some(paper.hash().unwrap()));
        assert_eq!(
            (
                web.division.name.as_str(),
                web.division.township.as_str(),
                web.division.county.as_str()
            ),
            ("段村", "枣林镇", "代县")
        );
    }
}

#[test]
fn a_county_may_show_full_names_of_ordinary_lists_only() {
    assert_eq!(shown(&publish(&[("张建军", "")], Class::S0, true).0), ["张建军"]);
    assert_eq!(shown(&publish(&[("张建军", "")], Class::S1, true).0), ["张*军"]);
}

#[test]
fn a_sensitive_list_has_no_rows_and_no_totals_of_less_than_five() {
    let four = [("甲一", ""), ("甲二", ""), ("甲三", ""), ("甲四", "")];
    let (web, paper) = publish(&four, Class::S2, true);
    assert!(
        paper.is_none()
            && web.rows.is_empty()
            && web.columns.is_empty()
            && web.programme.rate.is_none()
    );
    let nothing =
        PublicTotals { households: None, persons: None, lines: None, quantity: None, fen: None };
    assert_eq!((web.names, web.totals), (NameShow::None, nothing));
    let five = [&four[..], &[("甲五", "")]].concat();
    let (web, _) = publish(&five, Class::S2, false);
    assert!(web.rows.is_empty());
    assert_eq!(
        (web.totals.persons, web.totals.fen.unwrap().to_string()),
        (Some(5), "1256.25".to_owned())
    );
}

#[test]
fn people_of_the_same_name_are_told_apart_by_group_else_by_four_digits_on_paper_and_a_letter_on_the_web()
 {
    let (web, paper) = publish(&[("王建国", "一组"), ("王建国", "二组")], Class::S0, false);
    assert_eq!(
        (shown(&web), printed(&paper.unwrap())),
        (vec!["王*国", "王*国"], vec!["王建国", "王建国"])
    );
    let (web, paper) = publish(&[("王建国", "一组"), ("王建国", "一组")], Class::S0, false);
    assert_eq!(
        (shown(&web), printed(&paper.unwrap())),
        (vec!["王*国A", "王*国B"], vec!["王建国(0018)", "王建国(1235)"])
    );
}

#[test]
fn a_row_names_the_householder_or_each_person_as_the_programme_pays() {
    let mut roll = lines(&[("张建军", "")]);
    Field::BeneficiaryName.put(&mut roll[0], "李小花").unwrap();
    let mut programme = programme(Class::S0);
    assert_eq!(shown(&publish_by(&roll, &programme, true).0), ["张建军"]);
    programme.payee_basis = PayeeBasis::Person;
    assert_eq!(shown(&publish_by(&roll, &programme, true).0), ["李小花"]);
}

#[test]
fn only_cells_in_use_are_columns_and_one_rate_is_told_once() {
    let (web, _) = publish(&[("张建军", ""), ("李四", "")], Class::S0, false);
    assert_eq!(
        web.columns,
        [Column::No, Column::Name, Column::Quantity, Column::Rate, Column::Amount]
    );
    assert_eq!(web.programme.rate, Rate::parse("67").ok());
}

#[test]
fn the_public_bytes_hold_no_number_of_a_person_and_no_full_name() {
    let (web, _) = publish(&[("王建国", ""), ("王建国", "")], Class::S1, true);
    let text = String::from_utf8(web.to_bytes().unwrap()).unwrap();
    assert_eq!(scan(&text, &[]), []);
    for private in
        IDS.iter().chain(&["6214123456789012348", "13800000001", "王建国", "0018", "1235"])
    {
        assert!(!text.contains(private));
    }
}
