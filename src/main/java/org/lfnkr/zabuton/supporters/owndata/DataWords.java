package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what is kept about a person: for people in words, for machines in plain values. */
@Component
class DataWords {

    private final Messages messages;
    private final Formats formats;

    DataWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** One kind of records under its heading. */
    record Chapter(String title, List<List<Line>> records) {}

    record Line(String label, String value) {}

    List<Chapter> chapters(List<MyData.Part> parts, Language language) {
        return parts.stream()
                .filter(part -> !part.records().isEmpty())
                .map(part -> chapter(part, language))
                .toList();
    }

    private Chapter chapter(MyData.Part part, Language language) {
        String prefix = part.section() + ".data.";
        return new Chapter(
                messages.text(prefix + "title", language),
                part.records().stream().map(it -> lines(prefix, it, language)).toList());
    }

    private List<Line> lines(String prefix, PersonalRecord record, Language language) {
        return record.fields().entrySet().stream()
                .map(
                        field ->
                                new Line(
                                        messages.text(prefix + field.getKey(), language),
                                        text(field.getValue(), language)))
                .toList();
    }

    private String text(Object value, Language language) {
        return switch (value) {
            case Word word -> text(word, language);
            case Bilingual words -> words.in(language);
            case Money money -> formats.yen(money);
            case LocalDate day -> formats.date(day, language);
            case Instant time -> formats.time(time, language);
            default -> value.toString();
        };
    }

    private String text(Word word, Language language) {
        Money amount = word.amount();
        return amount == null
                ? messages.text(word.key(), language)
                : messages.text(word.key(), language, formats.yen(amount));
    }

    Map<String, List<Map<String, Object>>> plain(List<MyData.Part> parts) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        parts.forEach(
                part ->
                        all.put(
                                part.section(),
                                part.records().stream().map(DataWords::plain).toList()));
        return all;
    }

    private static Map<String, Object> plain(PersonalRecord record) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.fields().forEach((name, value) -> values.put(name, plain(value)));
        return values;
    }

    /** The file is of no language: it has both. */
    private static Map<String, String> plain(Bilingual words) {
        Map<String, String> both = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            both.put(language.tag(), words.in(language));
        }
        return both;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Word word -> word.code();
            case Bilingual words -> plain(words);
            case Money money -> money.yen();
            case LocalDate day -> day.toString();
            case Instant time -> time.toString();
            default -> value;
        };
    }
}
