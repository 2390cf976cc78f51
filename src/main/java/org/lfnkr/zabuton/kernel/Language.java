package org.lfnkr.zabuton.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which every word of the shop exists. */
public enum Language {
    EN(Locale.ENGLISH),
    JA(Locale.JAPANESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The first segment of every address in this language, such as {@code ja}. */
    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == EN ? JA : EN;
    }

    /** The language of an address's first segment; empty for anything else. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }
}
