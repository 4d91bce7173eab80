//! Invented disclosures of any length; the names hold rare characters on purpose.
use cunbang::domain::disclosure::{
    Code, Column, Disclosure, DisclosureStage, FORMAT, Issuer, IssuerKind, NameShow, NoticePeriod,
    PaperNames, PublicContact, PublicDivision, PublicProgramme, PublicTotals, Row,
};
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::{DayKind, PayeeBasis};
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::quantity::{Quantity, Rate};

pub const HOST: &str = "GS.DAIXIAN.EXAMPLE/G";
pub const FINGERPRINT: &str = "482913770156288304719562";
const NAMES: [&str; 8] =
    ["张建军", "李㛃", "王䶮", "赵𬱖", "阿卜杜拉·买买提江", "段喆", "刘堃", "欧阳𬭎"];

fn rate() -> Rate {
    Rate::parse("67").unwrap()
}

fn row(no: u32) -> Row {
    let quantity = Quantity::parse(&format!("{}.{:02}", 1 + no * 7 % 23, no * 13 % 100)).unwrap();
    let name = NAMES[usize::try_from(no).unwrap() % NAMES.len()].to_owned();
    let group = ["一组", "二组", "三组", "四组"][usize::try_from(no).unwrap() % 4].to_owned();
    Row {
        no,
        name,
        group,
        quantity: Some(quantity),
        rate: Some(rate()),
        months: None,
        amount: Fen::of(rate(), quantity, None).unwrap(),
    }
}

fn totals(rows: &[Row]) -> PublicTotals {
    let count = u32::try_from(rows.len()).unwrap();
    let quantity = rows.iter().filter_map(|row| row.quantity).fold(Quantity::ZERO, Quantity::plus);
    PublicTotals {
        households: Some(count),
        persons: Some(count),
        lines: Some(count),
        quantity: Some(quantity),
        fen: Some(rows.iter().map(|row| row.amount).sum()),
    }
}

/// 耕地地力保护补贴 with so many households.
pub fn land(households: u32) -> Disclosure {
    let village = DivisionCode::parse("140923104208").unwrap();
    let rows: Vec<Row> = (1..=households).map(row).collect();
    Disclosure {
        format: FORMAT.to_owned(),
        salt: "7K3QX2MD7K3QX2MD7K3QX2MD7K".to_owned(),
        subject: "B-7K3QX2MD-42".to_owned(),
        label: "140923104-2026-DL-0007".to_owned(),
        revision: 1,
        replaces: None,
        stage: DisclosureStage::Notice,
        issuer: Issuer {
            name: "段村村民委员会".to_owned(),
            division: village,
            kind: IssuerKind::VillageCommittee,
        },
        programme: PublicProgramme {
            code: "P01".to_owned(),
            name: "耕地地力保护补贴".to_owned(),
            unit: "亩".to_owned(),
            payee_basis: PayeeBasis::Household,
            audience: "拥有耕地承包权的种地农民（享受补贴的农民要做到耕地不撂荒，地力不降低）"
                .to_owned(),
            rate: Some(rate()),
        },
        basis: vec![
            "晋农计财发〔2026〕12号".to_owned(),
            "《农业生产发展资金管理办法》（财农〔2020〕10号）".to_owned(),
        ],
        division: PublicDivision {
            code: village,
            name: "段村".to_owned(),
            township: "枣林镇".to_owned(),
            county: "代县".to_owned(),
        },
        period: Period::parse("2026").unwrap(),
        notice: Some(NoticePeriod {
            from: jiff::civil::date(2026, 7, 1),
            to: jiff::civil::date(2026, 7, 8),
            day_kind: DayKind::Calendar,
        }),
        names: NameShow::Full,
        columns: vec![
            Column::No,
            Column::Name,
            Column::Group,
            Column::Quantity,
            Column::Rate,
            Column::Amount,
        ],
        totals: totals(&rows),
        rows,
        contacts: vec![
            contact("村务监督委员会", "0350-5222222"),
            contact("枣林镇人民政府", "0350-5233333"),
            contact("代县农业农村局", "0350-5244444"),
            contact("代县财政局", "0350-5255555"),
            contact("政务服务便民热线", "12345"),
        ],
        paper_names: None,
        practice: false,
        kind: cunbang::domain::roll::BatchKind::Normal,
        paid_on: None,
        changes: Vec::new(),
    }
}

fn contact(office: &str, phone: &str) -> PublicContact {
    PublicContact { office: office.to_owned(), phone: phone.to_owned() }
}

/// The same with names that only the paper shows in full.
pub fn masked(households: u32) -> (Disclosure, PaperNames) {
    let mut disclosure = land(households);
    let names = disclosure.rows.iter().map(|row| (row.no, row.name.clone())).collect();
    let paper = PaperNames { salt: "0123456789ABCDEFGHJKMNPQRS".to_owned(), names };
    for row in &mut disclosure.rows {
        row.name = format!("{}*", row.name.chars().next().unwrap());
    }
    disclosure.names = NameShow::Masked;
    disclosure.paper_names = Some(paper.hash().unwrap());
    (disclosure, paper)
}

/// A programme of class S2: totals only, too few persons to tell the sum.
pub fn counted() -> Disclosure {
    let mut disclosure = land(0);
    "事实无人抚养儿童基本生活补贴".clone_into(&mut disclosure.programme.name);
    "人·月".clone_into(&mut disclosure.programme.unit);
    disclosure.programme.payee_basis = PayeeBasis::Person;
    "符合条件的事实无人抚养儿童".clone_into(&mut disclosure.programme.audience);
    disclosure.programme.rate = None;
    disclosure.names = NameShow::None;
    disclosure.columns = Vec::new();
    disclosure.period = Period::parse("2026Q3").unwrap();
    disclosure.totals =
        PublicTotals { households: None, persons: None, lines: None, quantity: None, fen: None };
    disclosure
}

/// The code of its bytes.
pub fn code(disclosure: &Disclosure) -> Code {
    Code::of(&disclosure.to_bytes().unwrap())
}
