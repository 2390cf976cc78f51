package org.lfnkr.zabuton.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The writers of letters. They are looked up late, because they may themselves queue mails. */
@Component
class Letters {

    private final ObjectProvider<Letter> letters;

    Letters(ObjectProvider<Letter> letters) {
        this.letters = letters;
    }

    /**
     * @throws IllegalArgumentException when nobody writes this kind
     */
    Letter of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("Nobody writes " + kind));
    }

    /** Message key of what such letters are called; empty where nobody writes them any more. */
    String titleKey(String kind) {
        return find(kind).map(Letter::titleKey).orElse("");
    }

    private Optional<Letter> find(String kind) {
        return letters.stream().filter(letter -> letter.kind().equals(kind)).findFirst();
    }
}
