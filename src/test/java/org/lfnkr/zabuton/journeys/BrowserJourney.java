package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.parallel.ResourceLock;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.stream.Stream;

/**
 * A journey in a real browser: in both languages, wide and narrow, with scripts and without. The
 * browser is for one thread at a time.
 */
@ModuleTest
@ResourceLock("browser")
abstract class BrowserJourney {

    @Autowired Site site;

    /** Each two of language, scripts and width meet. */
    static Stream<Setup> setups() {
        return Stream.concat(wide(), narrow());
    }

    /** For ways that part from another one at one step: each language, with scripts or without. */
    static Stream<Setup> wide() {
        return Stream.of(new Setup(Language.EN, true, 1280), new Setup(Language.JA, false, 1280));
    }

    static Stream<Setup> narrow() {
        return Stream.of(new Setup(Language.JA, true, 320), new Setup(Language.EN, false, 320));
    }

    /** In a wide window, what is asked and what that is about stand side by side. */
    static void assertBeside(Visitor visitor) {
        Object beside =
                visitor.page()
                        .evaluate(
                                "(([asks, tells]) => tells.left >= asks.right && tells.top <"
                                        + " asks.bottom)([...document.querySelector('.beside').children]"
                                        + ".map(it => it.getBoundingClientRect()))");
        assertThat(beside).as("%s is one column", visitor.page().url()).isEqualTo(true);
    }

    /** The button in sight lies over no word of its form, before anything is scrolled. */
    static void assertCoversNothing(Visitor visitor) {
        Object covered =
                visitor.page()
                        .evaluate(
                                "() => { const act = document.querySelector('.act');"
                                        + " const button = act.getBoundingClientRect();"
                                        + " return [...act.closest('aside').querySelectorAll('label, li,"
                                        + " p')].filter(it => !act.contains(it)).filter(it => { const"
                                        + " words = it.getBoundingClientRect(); return words.bottom >"
                                        + " button.top + 1 && words.top < button.bottom - 1;"
                                        + " }).map(it => it.textContent.trim()); }");
        assertThat(covered).as(visitor.page().url()).isEqualTo(List.of());
    }

    Visitor visitor(Setup setup) {
        return new Visitor(Chromium.shared(), site.origin(), setup);
    }
}
