package org.lfnkr.zabuton.papers;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Templates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import reactor.core.scheduler.Scheduler;

import java.util.Map;

/** Prints a specimen once the application is up, so that the first buyer doesn't wait for it. */
@Component
@ConditionalOnBooleanProperty(name = "zabuton.background", matchIfMissing = true)
class WarmUp {

    private final Templates templates;
    private final Press press;
    private final Scheduler papersScheduler;

    WarmUp(Templates templates, Press press, Scheduler papersScheduler) {
        this.templates = templates;
        this.press = press;
        this.papersScheduler = papersScheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        papersScheduler.schedule(
                () ->
                        press.print(
                                templates.render(
                                        "papers/specimen", Language.JA, Map.of("text", "𠮷 A"))));
    }
}
