package org.lfnkr.zabuton.pagecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Says on a page of which time it is, while nothing newer can be had. */
@Component
class OlderPage {

    /** The beginning of what a page is about, see web/layout.html. */
    private static final String MAIN = "<div id=\"main\" class=\"stage\" tabindex=\"-1\">";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BusinessDate.TOKYO);

    private static final int MOST_BYTES = 4_000_000;

    private final Messages messages;

    /** Many ask for the same one, and compressing takes its time. */
    private final Cache<String, KeptPage> noted =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((String page, KeptPage kept) -> kept.bytes())
                    .executor(Runnable::run)
                    .build();

    OlderPage(Messages messages) {
        this.messages = messages;
    }

    /** Where nothing on it can be sold out meanwhile, it stays as it is. */
    KeptPage of(PageKey key, KeptPage last) {
        return key.pages().topics().contains("stock")
                ? noted.get(
                        key.target() + ' ' + last.hash() + ' ' + last.madeAt(),
                        any -> noted(key, last))
                : last;
    }

    private KeptPage noted(PageKey key, KeptPage last) {
        String page = new String(Coding.gunzip(last.gzip()), StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        last.headers().forEach(it -> headers.set(it.getKey(), it.getValue()));
        byte[] noted = page.replace(MAIN, MAIN + note(key, last)).getBytes(StandardCharsets.UTF_8);
        return KeptPage.of(headers, noted, last.version(), last.madeAt());
    }

    private String note(PageKey key, KeptPage last) {
        Language language = key.isJapanese() ? Language.JA : Language.EN;
        String time = TIME.format(Instant.ofEpochMilli(last.madeAt()));
        String words = HtmlUtils.htmlEscape(messages.text("web.as-of", language, time));
        return "<div class=\"frame\" role=\"status\"><div class=\"notice\"><p>"
                + words
                + "</p></div></div>";
    }
}
