package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;
import java.util.Map;

/** Every part of a page on one page, to look at in development: {@code /en/patterns}. */
@Controller
class PatternController {

    record Part(String label, Money money) {}

    record Option(String value, String label, @Nullable String hint) {}

    record Step(String title, String state, @Nullable String when, @Nullable String detail) {}

    private final Messages messages;

    PatternController(Messages messages) {
        this.messages = messages;
    }

    @Bean
    static PublicRoutes patternRoutes() {
        return PublicRoutes.get("/{lang}/patterns");
    }

    @GetMapping("/{lang}/patterns")
    String patterns(Language language, Model model) {
        model.addAttribute("cartCount", 3);
        model.addAttribute("total", Money.yen(3200));
        model.addAttribute("form", form());
        model.addAttribute("parts", parts(language));
        model.addAttribute("options", options(language));
        model.addAttribute("steps", steps(language));
        return "web/patterns";
    }

    private static Form form() {
        return new Form(
                Map.of("name", "𠮷田 髙子", "gift", "none"),
                List.of(Problem.of("postalCode", "patterns.postal-code.error")));
    }

    private List<Part> parts(Language language) {
        return List.of(
                new Part(text("part.rice", language), Money.yen(1800)),
                new Part(text("part.materials", language), Money.yen(620)),
                new Part(text("part.making", language), Money.yen(300)),
                new Part(text("part.fee", language), Money.yen(189)),
                new Part(text("part.tax", language), Money.yen(291)));
    }

    private List<Option> options(Language language) {
        return List.of(
                new Option("none", text("gift.none", language), null),
                new Option("up", text("gift.up", language), text("gift.up.hint", language)));
    }

    private List<Step> steps(Language language) {
        return List.of(
                new Step(text("step.received", language), "done", "10:45", null),
                new Step(text("step.waiting", language), "now", null, text("lead", language)),
                new Step(text("step.sent", language), "later", null, null));
    }

    private String text(String key, Language language) {
        return messages.text("patterns." + key, language);
    }
}
