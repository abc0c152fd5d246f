from app.core.inline import Span, citations, parse, plain, terms, word_count


def test_bold_citation_and_term_become_spans():
    spans = parse("Calcium is **bright** with a [[shadow|clean shadow]] [wani2020].")
    assert spans == (
        Span("Calcium is "),
        Span("bright", bold=True),
        Span(" with a "),
        Span("clean shadow", term="shadow"),
        Span(" "),
        Span("", cite="wani2020"),
        Span("."),
    )


def test_plain_drops_marks_and_citations_and_tidies_spaces():
    assert plain("It was seen in **63 women** [garzon_multicentre] [khan2016].") == "It was seen in 63 women."


def test_term_without_words_shows_its_id_in_words():
    assert parse("[[spiral-artery]]") == (Span("spiral artery", term="spiral-artery"),)


def test_backslash_takes_the_meaning_away():
    assert parse(r"5 \* 3 and \[not a key\]") == (Span("5 * 3 and [not a key]"),)


def test_citations_and_terms_are_listed_once_in_order():
    text = "A [khan2016] b [pereira2014] c [khan2016] [[gland]] [[gland|glands]]"
    assert citations(text) == ("khan2016", "pereira2014")
    assert terms(text) == ("gland",)


def test_italic_is_told_from_bold():
    assert parse("*Chlamydia trachomatis*") == (Span("Chlamydia trachomatis", italic=True),)


def test_word_count_counts_what_is_read():
    assert word_count("**Three** plain words [khan2016]") == 3
