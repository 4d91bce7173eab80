//! One cell -> one value of a line. Invisible differences are removed silently; everything else is
//! strict.
use super::cells::Cell;
use super::fault::{CellFault, shown};
use super::normalise::{digits, is_plain, tidy};
use crate::domain::people::card::{CardProblem, check_card, normalise_card};
use crate::domain::people::identity::{IdNumber, IdProblem, is_scientific, normalise_id};
use crate::domain::people::name::{check_name, normalise_group, normalise_name};
use crate::domain::text::sentence::Spoken;
use crate::domain::values::date::Date;
use crate::domain::values::money::{AmountError, Fen};
use crate::domain::values::quantity::{NumberError, Quantity, Rate};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Longest cell that a roll may hold, in bytes.
const LONGEST: usize = 600;

/// The text of a cell without padding; `None` if it is blank.
///
/// # Errors
/// A line break inside, more than [`LONGEST`] bytes, a formula without value, an Excel error.
pub(super) fn text(cell: Cell<'_>) -> Result<Option<Cow<'_, str>>, CellFault> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Text(text) => text,
        Cell::Number(number) => {
            return Ok(Some(Cow::Owned(plain(number).ok_or(CellFault::ErrorValue)?)));
        }
        Cell::Date(date) => return Ok(Some(Cow::Owned(date.to_string()))),
        Cell::Unfilled => return Err(CellFault::Unfilled),
        Cell::Error => return Err(CellFault::ErrorValue),
    };
    if text.len() > LONGEST {
        return Err(CellFault::TooLong);
    }
    if is_plain(text) {
        return Ok(if text.is_empty() { None } else { Some(Cow::Borrowed(text)) });
    }
    if text.bytes().any(|byte| byte < 0x20 && byte != b'\t') {
        return Err(CellFault::LineBreak);
    }
    let tidied = tidy(text);
    Ok(if tidied.is_empty() { None } else { Some(tidied) })
}

/// A short text as it stands; empty if it only says that there is nothing.
///
/// # Errors
/// [`CellFault::Damaged`]: a number that Excel cannot keep whole.
pub(super) fn words(cell: Cell<'_>) -> Result<String, CellFault> {
    let text = match cell {
        // Excel keeps 15 digits: card and ID numbers of more have lost their last ones.
        Cell::Number(number) if number.abs() >= 1e15 => return Err(CellFault::Damaged),
        Cell::Number(_)
        | Cell::Text(_)
        | Cell::Empty
        | Cell::Date(_)
        | Cell::Unfilled
        | Cell::Error => meaning(text(cell)?),
    };
    match text {
        Some(text) if is_scientific(&text) => Err(CellFault::Damaged),
        text => Ok(text.map(Cow::into_owned).unwrap_or_default()),
    }
}

/// A free text, unless it is a lone dash or `无`, by which clerks fill cells that are empty.
fn meaning(text: Option<Cow<'_, str>>) -> Option<Cow<'_, str>> {
    text.filter(|text| {
        *text != "无"
            && text.chars().any(|c| !matches!(c, '-' | '－' | '–' | '—' | '─' | '/' | '／'))
    })
}

/// A telephone number, digits as given.
pub(super) fn phone(cell: Cell<'_>) -> Result<String, CellFault> {
    Ok(meaning(text(cell)?).map(|text| digits(&text).into_owned()).unwrap_or_default())
}

/// A remark: like [`text`], but line breaks become spaces.
pub(super) fn remark(cell: Cell<'_>) -> Result<String, CellFault> {
    match cell {
        Cell::Text(text) if text.len() > LONGEST => Err(CellFault::TooLong),
        Cell::Text(text) => {
            let text = text.replace(|c: char| c.is_control(), " ");
            Ok(meaning(Some(tidy(&text))).map(Cow::into_owned).unwrap_or_default())
        }
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Unfilled | Cell::Error => words(cell),
    }
}

/// An Excel number as decimal text of at most 15 significant digits, as Excel shows it.
pub(super) fn plain(number: f64) -> Option<String> {
    if !number.is_finite() || number.abs() >= 1e16 {
        return None;
    }
    // 15 digits hide the binary fraction: 0.1 + 0.2 reads 0.3.
    let exact = Decimal::from_scientific(&format!("{number:.14e}")).ok()?;
    Some(exact.normalize().to_string())
}

/// An amount in yuan.
pub(super) fn amount(cell: Cell<'_>) -> Result<Option<Fen>, CellFault> {
    let Some(text) = text(cell)? else { return Ok(None) };
    if let Some(fen) = quick_fen(text.as_bytes()) {
        return Ok(Some(fen));
    }
    let number =
        number(&text).ok_or_else(|| CellFault::of_amount(AmountError::NotANumber, &text))?;
    Fen::from_yuan(number).map(Some).map_err(|error| CellFault::of_amount(error, &text))
}

/// `318.25` and the like, as most amounts are written, without a slow detour over decimals.
fn quick_fen(text: &[u8]) -> Option<Fen> {
    let (mantissa, scale) = quick_decimal(text)?;
    let fen = match scale {
        0 => mantissa.checked_mul(100)?,
        1 => mantissa.checked_mul(10)?,
        2 => mantissa,
        _ => return None,
    };
    if fen <= Fen::LINE_MAX { Fen::try_from(fen).ok() } else { None }
}

/// Digits with at most one point -> mantissa and number of decimals.
fn quick_decimal(text: &[u8]) -> Option<(i64, u32)> {
    // 17 characters are at most 17 digits, which an i64 holds.
    if text.len() > 17 || text.first() == Some(&b'.') || text.last() == Some(&b'.') {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut scale = 0;
    let mut pointed = false;
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                scale += u32::from(pointed);
            }
            b'.' if !pointed => pointed = true,
            _ => return None,
        }
    }
    Some((mantissa, scale))
}

/// A decimal of what a clerk types: full-width digits and thousands separators that stand right.
fn number(text: &str) -> Option<Decimal> {
    let text = digits(text);
    let ordinary =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    // `1,234` is grouped, `1,23` a slip of the pen.
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3) && !fraction.contains(',');
    let led = whole.bytes().any(|byte| byte.is_ascii_digit());
    if !ordinary || !grouped || !led || text.ends_with('.') {
        return None;
    }
    text.replace(',', "").parse().ok()
}

fn decimal(cell: Cell<'_>) -> Result<Option<(Decimal, Cow<'_, str>)>, CellFault> {
    let Some(text) = text(cell)? else { return Ok(None) };
    let quick =
        quick_decimal(text.as_bytes()).map(|(mantissa, scale)| Decimal::new(mantissa, scale));
    match quick.or_else(|| number(&text)) {
        Some(value) => Ok(Some((value, text))),
        None => Err(CellFault::of_number(NumberError::NotANumber, &text)),
    }
}

/// A quantity in the programme's unit.
pub(super) fn quantity(cell: Cell<'_>) -> Result<Option<Quantity>, CellFault> {
    let Some((value, text)) = decimal(cell)? else { return Ok(None) };
    Quantity::try_from(value).map(Some).map_err(|error| CellFault::of_number(error, &text))
}

/// A rate in yuan per unit.
pub(super) fn rate(cell: Cell<'_>) -> Result<Option<Rate>, CellFault> {
    let Some((value, text)) = decimal(cell)? else { return Ok(None) };
    Rate::try_from(value).map(Some).map_err(|error| CellFault::of_number(error, &text))
}

/// A number of months.
pub(super) fn months(cell: Cell<'_>) -> Result<Option<u16>, CellFault> {
    let Some((value, text)) = decimal(cell)? else { return Ok(None) };
    let months = u16::try_from(value.normalize())
        .ok()
        .filter(|months| value.fract().is_zero() && *months <= 1200);
    months.map(Some).ok_or_else(|| CellFault::of_number(NumberError::NotANumber, &text))
}

/// A day: `2026-10-04`, `2026/10/4`, `2026年10月4日`, an Excel date or its serial number in a
/// number cell.
pub(super) fn day(cell: Cell<'_>, today: Date) -> Result<Option<Date>, CellFault> {
    let day = match cell {
        Cell::Date(date) => date,
        Cell::Number(serial) => {
            serial_day(serial).ok_or_else(|| CellFault::Date(shown(&serial.to_string())))?
        }
        Cell::Empty | Cell::Text(_) | Cell::Unfilled | Cell::Error => match text(cell)? {
            None => return Ok(None),
            Some(text) => written_day(&text).ok_or_else(|| CellFault::Date(shown(&text)))?,
        },
    };
    if day > today { Err(CellFault::Future(day.to_string())) } else { Ok(Some(day)) }
}

/// The day of an Excel serial number (1900 system), 2000..=2100.
///
/// Excel counts a 29 February 1900, which never was; so from March 1900 on its day 0 is 1899-12-30.
pub(super) fn serial_day(serial: f64) -> Option<Date> {
    let days = plain(serial.floor())?
        .parse::<i32>()
        .ok()
        .filter(|days| (36_526..=73_415).contains(days))?;
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

fn written_day(text: &str) -> Option<Date> {
    let text = digits(text);
    let text = text.strip_suffix('日').unwrap_or(&text);
    let mut parts = text.split(['-', '/', '年', '月']);
    let year = parts.next()?;
    let month = parts.next()?;
    let day = parts.next()?;
    if parts.next().is_some() || year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let year = year.parse().ok().filter(|year| (2000..=2100).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// An ID number as given, normalised. Wrong ones come in; damaged ones do not.
///
/// # Errors
/// [`CellFault::Damaged`]: Excel made it a number and lost its end (1.40923E+17, or zeroes from the
/// 16th digit on).
pub(super) fn id(cell: Cell<'_>) -> Result<String, CellFault> {
    let number = account(cell, normalise_id)?;
    let suspicious = number.len() != 18 || number.ends_with("000");
    if suspicious && IdNumber::parse(&number) == Err(IdProblem::ExcelDamage) {
        Err(CellFault::Damaged)
    } else {
        Ok(number)
    }
}

/// A card or account number, normalised.
///
/// # Errors
/// [`CellFault::Damaged`], as for [`id`]. Shorter ones that end in zeroes come in: some rural
/// accounts have no check digit.
pub(super) fn card(cell: Cell<'_>) -> Result<String, CellFault> {
    let number = account(cell, normalise_card)?;
    let zeroed = number.len() == 19
        && number.ends_with("0000")
        && check_card(&number) == Err(CardProblem::ExcelDamage);
    if zeroed || is_scientific(&number) { Err(CellFault::Damaged) } else { Ok(number) }
}

/// A number that is a text. Excel keeps 15 digits of what it takes for a number.
fn account(cell: Cell<'_>, normalise: fn(&str) -> String) -> Result<String, CellFault> {
    match cell {
        // Below 10^15 all digits are there still.
        Cell::Number(number) if number.abs() < 1e15 => plain(number).ok_or(CellFault::Damaged),
        Cell::Number(_) => Err(CellFault::Damaged),
        Cell::Text(number)
            if number.len() <= 32 && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok(number.to_owned())
        }
        Cell::Text(_) | Cell::Empty | Cell::Date(_) | Cell::Unfilled | Cell::Error => {
            let Some(text) = text(cell)? else { return Ok(String::new()) };
            let number = normalise(&text);
            if number.len() > 64 { Err(CellFault::TooLong) } else { Ok(number) }
        }
    }
}

/// A person's name, normalised; empty if the cell is.
pub(super) fn name(cell: Cell<'_>) -> Result<String, CellFault> {
    let Some(text) = text(cell)? else { return Ok(String::new()) };
    // Up to four ordinary Chinese characters need no normalising: almost every name of a roll.
    let is_usual = text.len() <= 12 && text.chars().all(|c| ('\u{4e00}'..='\u{9fa5}').contains(&c));
    if is_usual {
        return Ok(text.into_owned());
    }
    let name = normalise_name(&text);
    check_name(&name).map_err(|problem| CellFault::Name(problem.sentence()))?;
    Ok(name)
}

/// 村民小组 in one form: `1组`, `第一村民小组`, `1` -> `一组`; others as written.
pub(super) fn group(cell: Cell<'_>) -> Result<String, CellFault> {
    let Some(text) = meaning(text(cell)?) else { return Ok(String::new()) };
    let is_usual = ["一组", "二组", "三组", "四组", "五组", "六组", "七组", "八组", "九组", "十组"]
        .contains(&text.as_ref());
    Ok(if is_usual { text.into_owned() } else { normalise_group(&text) })
}

#[cfg(test)]
#[path = "values_tests.rs"]
mod tests;
