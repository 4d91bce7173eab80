//! 大写金额: sums in words, as bills and posters print them, by
//! 《正确填写票据和结算凭证的基本规定》.
//!
//! Canonical choices where the rule leaves two: 整 is written after 角; the optional 零 after a
//! section that ends in 0 is left out (107000.53 = 壹拾万柒仟元伍角叁分). "人民币" is not part of
//! it: the paper prints it before.
use super::money::Fen;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [(i64, char); 5] =
    [(100_000_000, '亿'), (10_000, '万'), (1_000, '仟'), (100, '佰'), (10, '拾')];

/// The sum in words: `803.25` -> `捌佰零叁元贰角伍分`.
#[must_use]
pub fn in_capitals(amount: Fen) -> String {
    let yuan = amount.fen() / 100;
    let jiao = amount.fen() / 10 % 10;
    let fen = amount.fen() % 10;
    let mut text = String::with_capacity(48);
    if yuan > 0 || (jiao, fen) == (0, 0) {
        whole(yuan, &mut text);
        text.push('元');
    }
    match (jiao, fen) {
        (0, 0) => text.push('整'),
        (0, fen) => {
            if yuan > 0 {
                text.push('零');
            }
            text.extend([digit(fen), '分']);
        }
        (jiao, 0) => text.extend([digit(jiao), '角', '整']),
        (jiao, fen) => text.extend([digit(jiao), '角', digit(fen), '分']),
    }
    text
}

/// Reads a sum in words, with or without 人民币; knows 正/整, 圆/元, 仟/千, 佰/百, 拾/十, 贰/貳 and
/// the optional 零.
///
/// Gives `None` for anything that is not such a sum: wrong order, no leading 壹 before 拾, a
/// foreign character.
#[must_use]
pub fn parse_capitals(text: &str) -> Option<Fen> {
    let plain: String = text.trim().trim_start_matches("人民币").chars().map(canonical).collect();
    if !plain.contains(DIGITS) {
        return None;
    }
    let amount = Fen::try_from(if plain.contains('亿') {
        with_high_section(&plain)?
    } else {
        below_high_section(&plain)?
    })
    .ok()?;
    (bare(&in_capitals(amount)) == bare(&plain)).then_some(amount)
}

fn below_high_section(plain: &str) -> Option<i64> {
    let mut fen = 0_i64;
    let mut section = 0_i64;
    let mut digit = 0_i64;
    for c in plain.chars() {
        match c {
            '零' | '整' => {}
            '元' => {
                fen = section.checked_add(std::mem::take(&mut digit))?.checked_mul(100)?;
                section = 0;
            }
            '角' => fen = fen.checked_add(std::mem::take(&mut digit) * 10)?,
            '分' => fen = fen.checked_add(std::mem::take(&mut digit))?,
            '万' => {
                section = section.checked_add(std::mem::take(&mut digit))?.checked_mul(unit(c)?)?;
            }
            '仟' | '佰' | '拾' => {
                section = section.checked_add(std::mem::take(&mut digit) * unit(c)?)?;
            }
            other => digit = i64::try_from(DIGITS.iter().position(|d| *d == other)?).ok()?,
        }
    }
    Some(fen)
}

/// 亿 splits the yuan in two; each side is read by itself.
fn with_high_section(plain: &str) -> Option<i64> {
    let (high, low) = plain.split_once('亿')?;
    let high = parse_capitals(&format!("{high}元"))?.fen();
    let low = parse_capitals(&format!("零{low}"))?.fen();
    high.checked_mul(100_000_000)?.checked_add(low)
}

/// Without what may be there or not.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '零' | '整'))
        .collect::<String>()
        .trim_start_matches('元')
        .to_owned()
}

fn whole(n: i64, text: &mut String) {
    let Some((unit, sign)) = UNITS.into_iter().find(|(unit, _)| n >= *unit) else {
        text.push(digit(n));
        return;
    };
    whole(n / unit, text);
    text.push(sign);
    let rest = n % unit;
    if rest > 0 {
        if rest < unit / 10 {
            text.push('零');
        }
        whole(rest, text);
    }
}

fn digit(n: i64) -> char {
    usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or('零')
}

fn unit(sign: char) -> Option<i64> {
    UNITS.into_iter().find(|(_, s)| *s == sign).map(|(unit, _)| unit)
}

const fn canonical(c: char) -> char {
    match c {
        '正' => '整',
        '圆' | '圓' => '元',
        '千' => '仟',
        '百' => '佰',
        '十' => '拾',
        '貳' | '弍' => '贰',
        '億' => '亿',
        '萬' => '万',
        '〇' => '零',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::values::amount_in_words::*;
    use proptest::prelude::*;

    const VECTORS: &str = "0 零元整; 0.01 壹分; 0.10 壹角整; 10 壹拾元整; 10.05 壹拾元零伍分; 67 陆拾柒元整; \
        100.07 壹佰元零柒分; 101 壹佰零壹元整; 803.25 捌佰零叁元贰角伍分; 1001 壹仟零壹元整; 1010 壹仟零壹拾元整; \
        1409.50 壹仟肆佰零玖元伍角整; 1680.32 壹仟陆佰捌拾元叁角贰分; 6007.14 陆仟零柒元壹角肆分; 10001 壹万零壹元整; \
        10010 壹万零壹拾元整; 16409.02 壹万陆仟肆佰零玖元零贰分; 325.04 叁佰贰拾伍元零肆分; 100500 壹拾万零伍佰元整; \
        107000.53 壹拾万柒仟元伍角叁分; 120003 壹拾贰万零叁元整; 1000001 壹佰万零壹元整; 10000000.01 壹仟万元零壹分; \
        12345678.90 壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整; 100000001 壹亿零壹元整; 100010000 壹亿零壹万元整; \
        1000000000.10 壹拾亿元壹角整; 123456789.12 壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分";

    #[test]
    fn every_sum_of_the_paper_is_written_as_the_rule_says() {
        for vector in VECTORS.split(';') {
            let (yuan, words) = vector.trim().split_once(' ').unwrap();
            let amount = Fen::parse(yuan).unwrap();
            assert_eq!(in_capitals(amount), words);
            assert_eq!(parse_capitals(words), Some(amount), "{words}");
        }
    }

    #[test]
    fn other_hands_write_the_same_sum_otherwise() {
        let same = [
            ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
            ("107000.53", "壹拾万柒仟元零伍角叁分"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("2200", "貳千貳百圆正"),
            ("0.10", "壹角"),
            ("200000000", "贰亿元整"),
        ];
        for (yuan, words) in same {
            assert_eq!(parse_capitals(words), Fen::parse(yuan).ok(), "{words}");
        }
    }

    #[test]
    fn what_is_not_a_sum_is_not_read_as_one() {
        for words in
            ["", "拾元整", "壹佰壹仟元整", "壹元壹元", "十二块", "壹贰元整", "伍分壹角", "壹亿"]
        {
            assert_eq!(parse_capitals(words), None, "{words}");
        }
    }

    proptest! {
        #[test]
        fn every_sum_survives_the_trip_through_words(fen in 0..=1_000_000_000_000_000_i64) {
            let amount = Fen::try_from(fen).unwrap();
            prop_assert_eq!(parse_capitals(&in_capitals(amount)), Some(amount));
        }
    }
}
