use proptest::prelude::*;

use super::extent::Extent;
use crate::engine::spoken::Stretch;

const BYTES: usize = 40;

/// Which bytes are meant, one by one.
fn bytes(extent: &Extent) -> Vec<bool> {
    (0..BYTES)
        .map(|byte| match extent {
            Extent::Nothing => false,
            Extent::Whole => true,
            Extent::Stretches(stretches) => {
                let mut stretches = stretches.iter();
                stretches.any(|stretch| {
                    stretch.printed.contains(&byte) && stretch.counted.contains(&(byte + 3))
                })
            }
        })
        .collect()
}

fn extents() -> impl Strategy<Value = Extent> {
    let stretch = (0..BYTES, 1..9_usize).prop_map(|(start, length)| {
        let end = (start + length).min(BYTES);
        Stretch {
            counted: start + 3..end + 3,
            printed: start..end,
        }
    });
    prop_oneof![
        1 => Just(Extent::Nothing),
        1 => Just(Extent::Whole),
        6 => prop::collection::vec(stretch, 0..5).prop_map(Extent::of),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn extents_are_sets_of_bytes(one in extents(), other in extents()) {
        let both: Vec<bool> = bytes(&one).into_iter().zip(bytes(&other)).map(|(one, other)| one && other).collect();
        prop_assert_eq!(bytes(&one.clone().and(&other)), both);
        if let Extent::Stretches(stretches) = &one {
            prop_assert!(stretches.windows(2).all(|two| two[0].printed.end <= two[1].printed.start));
        }
        // What is counted before the first byte belongs to what stands there.
        let rest = one.complement(BYTES + 3, BYTES);
        let others: Vec<bool> = bytes(&one).into_iter().map(|is_meant| !is_meant).collect();
        prop_assert_eq!(bytes(&rest), others);
        prop_assert_eq!(one.and(&rest), Extent::Nothing);
    }
}
