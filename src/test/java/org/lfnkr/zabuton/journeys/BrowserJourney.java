package org.lfnkr.zabuton.journeys;

import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.Stream;

/** A journey in a real browser: in both languages, wide and narrow, with scripts and without. */
@ModuleTest
abstract class BrowserJourney {

    @Autowired Site site;

    static Stream<Setup> setups() {
        return Stream.of(
                new Setup(Language.EN, true, 1280),
                new Setup(Language.JA, true, 320),
                new Setup(Language.EN, false, 320),
                new Setup(Language.JA, false, 1280));
    }

    Visitor visitor(Setup setup) {
        return new Visitor(Chromium.shared(), site.origin(), setup);
    }
}
