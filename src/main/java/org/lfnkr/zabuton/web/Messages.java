package org.lfnkr.zabuton.web;

import com.ibm.icu.text.MessageFormat;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the shop, formatted by ICU, whose plurals and numbers are right in both languages. A
 * key that is missing is a bug and throws: a test compares the keys of both languages.
 */
public class Messages implements MessageSource {

    private final Map<Language, Map<String, String>> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /** All messages by language and key, in the form of {@link MessageFormat}. */
    public Messages(Map<Language, Map<String, String>> patterns) {
        this.patterns = patterns;
    }

    /**
     * @throws NoSuchMessageException when the key isn't known
     */
    public String text(String key, Language language, @Nullable Object... arguments) {
        String pattern = pattern(key, language);
        if (pattern == null) {
            throw new NoSuchMessageException(key, language.locale());
        }
        MessageFormat format =
                formats.computeIfAbsent(
                        language.tag() + ' ' + key,
                        any -> new MessageFormat(pattern, language.locale()));
        return format((MessageFormat) format.clone(), arguments);
    }

    private static String format(MessageFormat format, @Nullable Object[] arguments) {
        return format.format(arguments, new StringBuffer(), null).toString();
    }

    /** What follows a prefix in the keys of messages, such as the codes of a list; sorted. */
    public List<String> below(String prefix) {
        return patterns.getOrDefault(Language.EN, Map.of()).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private @Nullable String pattern(String key, Language language) {
        return patterns.getOrDefault(language, Map.of()).get(key);
    }

    @Override
    public @Nullable String getMessage(
            String code,
            Object @Nullable [] arguments,
            @Nullable String defaultMessage,
            @Nullable Locale locale) {
        Language language = languageOf(locale);
        return pattern(code, language) == null
                ? defaultMessage
                : text(code, language, arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        return text(code, languageOf(locale), arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        if (codes == null || codes.length == 0) {
            throw new NoSuchMessageException("");
        }
        return getMessage(codes[codes.length - 1], resolvable.getArguments(), locale);
    }

    private static Language languageOf(@Nullable Locale locale) {
        return locale == null ? Language.EN : Language.of(locale.getLanguage()).orElse(Language.EN);
    }
}
