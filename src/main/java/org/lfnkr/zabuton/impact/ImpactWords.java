package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

/** Says an impact in words, where a template can't: in mails, papers and hints. */
@Component
public class ImpactWords {

    private final Messages messages;

    ImpactWords(Messages messages) {
        this.messages = messages;
    }

    /** The sentence, in the grammar of its state. */
    public String sentence(ImpactStory story, Language language) {
        return messages.text(
                story.sentence().key(),
                language,
                amount(story, story.told(), language),
                next(story, language),
                amount(story, story.units(), language),
                brief(story, story.progress().bought(), language),
                brief(story, story.progress().delivered(), language));
    }

    /** Only what and how much the money is there for, such as {@code 10 kg of rice}. */
    public String amount(ImpactStory story, Language language) {
        return amount(story, story.units(), language);
    }

    private String amount(ImpactStory story, long units, Language language) {
        String name = story.price().name().in(language);
        return messages.text(story.sentence().amountKey(), language, units, name);
    }

    private String brief(ImpactStory story, long units, Language language) {
        return messages.text(story.sentence().shortKey(), language, units);
    }

    private String next(ImpactStory story, Language language) {
        String name = story.price().name().in(language);
        return messages.text(story.sentence().nextKey(), language, name);
    }
}
