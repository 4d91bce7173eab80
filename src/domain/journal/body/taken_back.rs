//! A disclosure whose list leaves the public, with what stays public of it.
use crate::domain::disclosure::Code;
use crate::domain::values::hash::Hash;

/// One list that leaves the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// Which disclosure.
    pub code: Code,
    /// Blob with what stays public of it: the disclosure without its rows.
    pub remains: Hash,
}

/// The bytes hold codes and remains in two lists, in the same order.
#[derive(Debug, thiserror::Error)]
#[error("{0} codes and {1} remains")]
pub(super) struct Unpaired(usize, usize);

pub(super) fn paired(codes: Vec<Code>, remains: Vec<Hash>) -> Result<Vec<TakenBack>, Unpaired> {
    if codes.len() != remains.len() {
        return Err(Unpaired(codes.len(), remains.len()));
    }
    let pairs = codes.into_iter().zip(remains);
    Ok(pairs.map(|(code, remains)| TakenBack { code, remains }).collect())
}

pub(super) fn apart(lists: Vec<TakenBack>) -> (Vec<Code>, Vec<Hash>) {
    lists.into_iter().map(|list| (list.code, list.remains)).unzip()
}

/// The blobs with what stays public.
pub(super) fn remains(lists: &[TakenBack]) -> impl Iterator<Item = Hash> {
    lists.iter().map(|list| list.remains)
}

#[cfg(test)]
mod tests {
    use crate::domain::disclosure::Code;
    use crate::domain::journal::Body;
    use crate::domain::values::hash::Hash;

    #[test]
    fn as_many_codes_as_remains_or_it_is_no_body() {
        let code = Code::of(b"one");
        let kept = Hash::of("test\n", &[]);
        let read = |remains: String| {
            let json =
                format!(r#"{{"v":1,"codes":["{code}"],"on":"2026-07-31","remains":[{remains}]}}"#);
            Body::from_bytes("lists-ended", json.as_bytes())
        };
        assert!(read(format!(r#""{kept}""#)).is_ok());
        assert!(read(String::new()).is_err());
        assert!(read(format!(r#""{kept}","{kept}""#)).is_err());
    }
}
