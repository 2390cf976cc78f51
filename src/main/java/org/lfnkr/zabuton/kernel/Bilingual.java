package org.lfnkr.zabuton.kernel;

/** The same words in both languages of the shop. */
public record Bilingual(String en, String ja) {

    public Bilingual {
        if (en.isBlank() || ja.isBlank()) {
            throw new IllegalArgumentException("Words are needed in both languages");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
        };
    }
}
