//! A corpus of many articles, as a database exports them: headline, date, newspaper and author are labelled.

use crate::generator::Generator;

/// The files of a corpus: name and text. About 3,300 bytes an article, so 3,200 articles are more than 10 MB.
pub fn files(articles: usize, a_file: usize, seed: u64) -> Vec<(String, String)> {
    let mut generator = Generator::new(seed, "");
    let numbers: Vec<usize> = (0..articles).collect();
    let files = numbers.chunks(a_file.max(1)).enumerate();
    files
        .map(|(file, numbers)| {
            let mut text = String::new();
            for number in numbers {
                article(&mut text, &mut generator, *number);
            }
            (format!("库{file:03}.txt"), text)
        })
        .collect()
}

fn article(text: &mut String, generator: &mut Generator, number: usize) {
    let body = generator.text(3_000);
    let headline = body.lines().next().unwrap_or("");
    let newspaper = ["江城日报", "江城晚报"].get(number % 2).unwrap_or(&"");
    let (year, month, day) = (2020 + number % 3, number / 3 % 12 + 1, number % 28 + 1);
    text.push_str(&format!(
        "【标题】{headline}\n【报名】{newspaper}\n【日期】{year}-{month:02}-{day:02}\n【作者】陆小满\n【正文】{body}\n\n"
    ));
}
