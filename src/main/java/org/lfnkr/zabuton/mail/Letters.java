package org.lfnkr.zabuton.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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
        return letters.stream()
                .filter(letter -> letter.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody writes " + kind));
    }
}
