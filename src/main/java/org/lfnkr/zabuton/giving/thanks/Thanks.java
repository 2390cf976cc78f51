package org.lfnkr.zabuton.giving.thanks;

import com.ibm.icu.text.Collator;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Remembered;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.util.List;

/** The names that stand on the page of thanks. */
@Service
class Thanks {

    private final Remembered<Thanked> thanked;

    Thanks(Remembered<Thanked> thanked) {
        this.thanked = thanked;
    }

    /** Each once and in the order of their letters, which says nothing about who gave what. */
    public Mono<List<String>> names(Language language) {
        return thanked.get().map(all -> sorted(all.names(), language));
    }

    private static List<String> sorted(List<String> names, Language language) {
        Collator letters = Collator.getInstance(language.locale());
        return names.stream().sorted(letters::compare).toList();
    }
}
