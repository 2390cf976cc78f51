package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Writes {@link Words} out. */
@Component
class Wording {

    private final Messages messages;
    private final Formats formats;

    Wording(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    String text(Words words, Language language) {
        return messages.text(
                words.key(),
                language,
                words.arguments().stream().map(it -> written(it, language)).toArray());
    }

    Bilingual both(Words words) {
        return new Bilingual(text(words, Language.EN), text(words, Language.JA));
    }

    private Object written(Object argument, Language language) {
        return switch (argument) {
            case Words words -> text(words, language);
            case Bilingual words -> words.in(language);
            case Money money -> formats.yen(money);
            case Instant moment -> formats.time(moment, language);
            case LocalDate day -> formats.date(day, language);
            case YearMonth month -> formats.month(month, language);
            default -> argument;
        };
    }
}
