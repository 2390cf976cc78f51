package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of a request: of its address, else the one its reader asks for, else English. */
public final class LanguageResolver {

    private LanguageResolver() {}

    /** The language in which to answer. */
    public static Language of(ServerHttpRequest request) {
        return ofPath(request).orElseGet(() -> preferred(request.getHeaders()));
    }

    private static Optional<Language> ofPath(ServerHttpRequest request) {
        List<PathContainer.Element> elements = request.getPath().pathWithinApplication().elements();
        return elements.size() < 2 ? Optional.empty() : Language.of(elements.get(1).value());
    }

    private static Language preferred(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguageAsLocales().stream()
                    .map(Locale::getLanguage)
                    .flatMap(tag -> Language.of(tag).stream())
                    .findFirst()
                    .orElse(Language.EN);
        } catch (IllegalArgumentException malformedHeader) {
            return Language.EN;
        }
    }
}
