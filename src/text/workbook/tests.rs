use super::formats::{Format, written};
use super::number::{System, printed};
use super::strings::unescaped;

#[test]
fn numbers_print_as_a_table_shows_them() {
    let (from_1900, from_1904) = (System::From1900, System::From1904);
    let rows = [
        ("12", Format::Plain, from_1900, "12"),
        ("12.0", Format::Plain, from_1900, "12"),
        ("1E+5", Format::Plain, from_1900, "100000"),
        ("2.0220704E7", Format::Plain, from_1900, "20220704"),
        ("0.10000000000000001", Format::Plain, from_1900, "0.1"),
        ("1.1000000000000001", Format::Plain, from_1900, "1.1"),
        ("1E-7", Format::Plain, from_1900, "0.0000001"),
        ("-3.50", Format::Plain, from_1900, "-3.5"),
        ("-0.0", Format::Plain, from_1900, "0"),
        (
            "123456789012345678",
            Format::Plain,
            from_1900,
            "123456789012345678",
        ),
        ("1e300", Format::Plain, from_1900, "1e300"),
        (" 7 ", Format::Plain, from_1900, "7"),
        ("inf", Format::Plain, from_1900, "inf"),
        ("甲", Format::Day, from_1900, "甲"),
        ("44746", Format::Day, from_1900, "2022-07-04"),
        ("44746.0", Format::Day, from_1900, "2022-07-04"),
        ("43284", Format::Day, from_1904, "2022-07-04"),
        (
            "44746.354166666664",
            Format::Day,
            from_1900,
            "2022-07-04 08:30:00",
        ),
        ("44746.999999999", Format::Day, from_1900, "2022-07-05"),
        ("1", Format::Day, from_1900, "1900-01-01"),
        ("59", Format::Day, from_1900, "1900-02-28"),
        ("60", Format::Day, from_1900, "60"),
        ("61", Format::Day, from_1900, "1900-03-01"),
        ("0", Format::Day, from_1904, "1904-01-01"),
        ("2958465", Format::Day, from_1900, "9999-12-31"),
        ("2958466", Format::Day, from_1900, "2958466"),
        ("-1", Format::Day, from_1900, "-1"),
        ("0.5", Format::Day, from_1900, "12:00:00"),
        ("0.5", Format::Time, from_1900, "12:00:00"),
        ("1.5", Format::Time, from_1900, "36:00:00"),
        ("44746.5", Format::Time, from_1900, "2022-07-04 12:00:00"),
        ("2", Format::Digits(2), from_1900, "02"),
        ("123", Format::Digits(2), from_1900, "123"),
        ("2.5", Format::Digits(2), from_1900, "2.5"),
    ];
    for (number, format, system, expected) in rows {
        let found = printed(number, format, system);
        assert_eq!(found, expected, "{number} {format:?} {system:?}");
    }
}

#[test]
fn formats_show_days_by_their_letters() {
    let rows = [
        ("yyyy/m/d", Format::Day),
        ("yyyy\"年\"m\"月\"d\"日\";@", Format::Day),
        ("[$-804]yyyy年m月d日", Format::Day),
        ("[DBNum1][$-804]m\"月\"d\"日\"", Format::Day),
        ("m\"月\"", Format::Day),
        ("YYYY-MM-DD HH:MM", Format::Day),
        ("h:mm AM/PM", Format::Time),
        ("[h]:mm:ss", Format::Time),
        ("mm:ss.0", Format::Time),
        ("General", Format::Plain),
        ("G/通用格式", Format::Plain),
        ("0.00E+00", Format::Plain),
        ("[Red]0.00;[Blue]yyyy", Format::Plain),
        ("\"日期 day\"0", Format::Plain),
        ("0\\d", Format::Plain),
        ("#,##0_);(#,##0)", Format::Plain),
        ("@", Format::Plain),
        ("00", Format::Digits(2)),
        ("\"", Format::Plain),
        ("", Format::Plain),
    ];
    for (code, expected) in rows {
        assert_eq!(written(code), expected, "{code}");
    }
}

#[test]
fn characters_that_markup_cannot_hold_are_read() {
    let rows = [
        ("甲_x000D_乙", "甲\r乙"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x00", "_x00"),
        ("a_xyz_", "a_xyz_"),
        ("_xD800_", "_xD800_"),
        ("_x中文字字_", "_x中文字字_"),
    ];
    for (text, expected) in rows {
        assert_eq!(unescaped(text.to_owned()), expected, "{text}");
    }
}
