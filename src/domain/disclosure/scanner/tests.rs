//! Planted numbers always hit; random codes, hashes and signatures never do.
use crate::domain::disclosure::Code;
use crate::domain::disclosure::scanner::*;
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;

const IDS: [&str; 5] = [
    "11010519491231002X",
    "142225195503151235",
    "14222519550315003X",
    "142225196004017773",
    "810000198703060075",
];
const CARDS: [&str; 6] = [
    "6214123456789012348",
    "6217001234567890122",
    "6222020100000123453",
    "6235681409230000015",
    "621700123456789011",
    "6214123456789014",
];
const PHONES: [&str; 3] = ["13800000001", "19912345678", "15035001234"];

fn kinds(text: &str) -> Vec<HitKind> {
    scan(text, &[]).into_iter().map(|hit| hit.kind).collect()
}

fn full_width(text: &str) -> String {
    text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
}

/// xorshift64*: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| u8::try_from(self.throw() >> 56).unwrap()).collect()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

fn base64(bytes: &[u8]) -> String {
    let sign = |six: u32| {
        char::from(
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[six as usize & 63],
        )
    };
    let three = |chunk: &[u8]| {
        chunk.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()))
    };
    bytes
        .chunks(3)
        .flat_map(|chunk| [18, 12, 6, 0].map(|shift| sign(three(chunk) >> shift)))
        .collect()
}

#[test]
fn a_planted_number_hits_wherever_it_stands() {
    for (numbers, kind) in
        [(&IDS[..], HitKind::Id), (&CARDS[..], HitKind::Card), (&PHONES[..], HitKind::Phone)]
    {
        for number in numbers {
            for (before, after) in [
                ("", ""),
                ("号", "号"),
                ("\"", "\","),
                ("<td>", "</td>"),
                ("1 ", " 67.00"),
                ("x_", "_y.json"),
                ("2026-", "."),
            ] {
                assert_eq!(kinds(&format!("{before}{number}{after}")), [kind], "{before}…{after}");
                assert_eq!(kinds(&format!("{before}{}{after}", full_width(number))), [kind]);
            }
        }
    }
    assert_eq!(kinds("14222519550315003x"), [HitKind::Id]);
    assert_eq!(kinds("+86 13800000001 8613800000001"), [HitKind::Phone, HitKind::Phone]);
}

#[test]
fn a_number_in_its_usual_groups_hits() {
    for text in [
        "6214 1234 5678 9012 348",
        "6214-1234-5678-9014",
        "3 6214 1234 5678 9014 67.00",
        "2026 6214 1234 5678 9014",
    ] {
        assert_eq!(kinds(text), [HitKind::Card], "{text}");
    }
    assert_eq!(kinds("６２１４　１２３４　５６７８　９０１４"), [HitKind::Card]);
    assert_eq!(kinds("142225 19550315 003X,142225-19550315-1235"), [HitKind::Id, HitKind::Id]);
    assert_eq!(kinds("138 0000 0001、138-0000-0001"), [HitKind::Phone, HitKind::Phone]);
}

#[test]
fn a_hit_tells_the_place_and_never_the_number() {
    let hits = scan("户主 142225195503151235", &[]);
    assert_eq!(hits, [Hit { kind: HitKind::Id, at: 7 }]);
    assert!(!format!("{hits:?}").contains("142225"));
}

#[test]
fn what_is_shown_of_a_text_keeps_its_words_and_no_number() {
    assert_eq!(hidden("第3行请核对 140923-2026"), "第3行请核对 140923-2026");
    assert_eq!(
        hidden("代领人142225195503151235卡6217 0012 3456 7890 122，电13800000001"),
        "代领人******************卡**** **** **** **** ***，电***********"
    );
    for number in IDS.iter().chain(&CARDS).chain(&PHONES) {
        for text in [
            format!("{number}，{number}"),
            full_width(number),
            format!("/a/{number}.csv"),
            format!("{number} {number}"),
        ] {
            assert_eq!(kinds(&hidden(&text)), [], "{text}");
        }
    }
}

#[test]
fn a_number_with_a_letter_or_digit_beside_it_is_part_of_something_else() {
    for text in [
        "A142225195503151235",
        "1422251955031512350",
        "13800000001a",
        "613800000001",
        "B6214123456789014",
        "62141234567890142",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_number_is_no_hit() {
    let harmless = [
        "140923198001010019",
        "6214123456789012349",
        "3214123456789012349",
        "12800000001",
        "140923104-2026-DL-0007",
        "140923104200",
        "1,025.40 68,701.80 2026-11-22 2021 2022 2023 2024",
        "0350-5222222",
        "指纹 6214 1234 5678 9014 0000 1234",
        "142225********1235 6214****2348",
    ];
    for text in harmless {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn only_official_telephones_pass() {
    assert_eq!(scan("13800000001 或 138-0000-0001", &["138 0000 0001"]), []);
    assert_eq!(scan("13800000002", &["13800000001", "12345"]).len(), 1);
}

#[test]
fn none_of_100_000_random_codes_hashes_and_signatures_hits() {
    let mut dice = Dice(0x5EED_2026_1122);
    for _ in 0..100_000 {
        let hash = dice.bytes(32);
        let signature = dice.bytes(64);
        let code = Code::of(&hash);
        let groups: Vec<String> = (0..6).map(|_| format!("{:04}", dice.throw() % 10_000)).collect();
        let fingerprint = groups.join(" ");
        let text = format!(
            "{code} {} {}\n{}\n{}\n{}\n{}\n{}\n{fingerprint}\n{}",
            code.check_code(),
            code.grouped(),
            Hash::of("", &[&hash]),
            hex(&hash),
            hex(&signature),
            crockford::encode(&signature),
            base64(&signature),
            code.url("CUNBANG.EXAMPLE"),
        );
        assert_eq!(scan(&text, &[]), [], "{text}");
    }
}
