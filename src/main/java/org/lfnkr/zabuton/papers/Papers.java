package org.lfnkr.zabuton.papers;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Templates;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.util.List;
import java.util.Map;

/** Makes papers of templates. */
@Component
public class Papers {

    private final Templates templates;
    private final Press press;
    private final Marker marker;
    private final Scheduler papersScheduler;

    Papers(Templates templates, Press press, Marker marker, Scheduler papersScheduler) {
        this.templates = templates;
        this.press = press;
        this.marker = marker;
        this.papersScheduler = papersScheduler;
    }

    /**
     * A PDF, tagged for screen readers (PDF/UA) and made to last (PDF/A-3a), with all of its text
     * searchable. A few are made at a time; the others wait, off the event loops.
     *
     * @param template below templates/, without ending; well-formed XHTML that replaces itself by
     *     {@code papers/layout}
     */
    public Mono<byte[]> pdf(String template, Map<String, Object> model, Language language) {
        return Mono.fromCallable(() -> press.print(templates.render(template, language, model)))
                .subscribeOn(papersScheduler);
    }

    /** Several PDFs as one, in their order. */
    public Mono<byte[]> together(List<byte[]> papers) {
        return Mono.fromCallable(() -> Binder.bind(papers)).subscribeOn(papersScheduler);
    }

    /**
     * A copy of a PDF with a mark on each page, for what is kept as it was and no longer holds.
     *
     * @param word stands across the page and before the title
     * @param line stands above the text
     */
    public Mono<byte[]> marked(byte[] pdf, String word, String line) {
        return Mono.fromCallable(() -> marker.mark(pdf, word, line)).subscribeOn(papersScheduler);
    }
}
