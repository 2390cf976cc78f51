package org.lfnkr.zabuton.support;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as a page offers it.
 *
 * @param action where it leads to
 * @param names of all its fields and buttons
 * @param id its own, or empty
 * @param typedFields names of those into which one writes
 * @param fields what a browser sends of it where nobody touches anything
 */
public record PageForm(
        String action,
        String id,
        Set<String> names,
        Set<String> typedFields,
        MultiValueMap<String, String> fields) {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile(
                    "<(input|button)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>(.*?)</\\3>",
                    Pattern.DOTALL);
    private static final Pattern BESIDE =
            Pattern.compile("<(input|button)\\b([^>]*\\bform=\"[^>]*)>");
    private static final Set<String> TEXTS = Set.of("text", "email", "tel");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

    /** What it carries so that it is taken. */
    public String token() {
        return Objects.requireNonNull(fields.getFirst("_csrf"), "The form has no token");
    }

    /** All forms of a page that are sent by POST. */
    public static List<PageForm> of(String html) {
        return FORM.matcher(html)
                .results()
                .filter(form -> "post".equals(attributes(form.group(1)).get("method")))
                .map(PageForm::read)
                .toList();
    }

    /** The form of a page that leads somewhere, if need be by a button that stands beside it. */
    public static Optional<PageForm> find(String html, String action) {
        List<PageForm> all = of(html);
        return all.stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .or(
                        () ->
                                BESIDE.matcher(html)
                                        .results()
                                        .map(it -> attributes(it.group(2)))
                                        .filter(button -> action.equals(button.get("formaction")))
                                        .findFirst()
                                        .flatMap(
                                                button ->
                                                        all.stream()
                                                                .filter(
                                                                        form ->
                                                                                form.id()
                                                                                        .equals(
                                                                                                button
                                                                                                        .get(
                                                                                                                "form")))
                                                                .findFirst())
                                        .map(form -> form.leading(action, html)));
    }

    /** The same with what stands beside it and belongs to it. */
    private PageForm leading(String to, String html) {
        Set<String> all = new HashSet<>(names);
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(fields);
        BESIDE.matcher(html)
                .results()
                .forEach(
                        it -> {
                            Map<String, String> beside = attributes(it.group(2));
                            if (id.equals(beside.get("form"))) {
                                read(it.group(1), beside, all, new HashSet<>(), sent);
                            }
                        });
        return new PageForm(to, id, all, typedFields, sent);
    }

    private static PageForm read(MatchResult form) {
        Set<String> names = new HashSet<>();
        Set<String> typed = new LinkedHashSet<>();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Matcher control = CONTROL.matcher(form.group(2));
        while (control.find()) {
            if (control.group(1) != null) {
                read(control.group(1), attributes(control.group(2)), names, typed, fields);
            } else {
                String name = attributes(control.group(4)).getOrDefault("name", "");
                names.add(name);
                if (control.group(3).equals("textarea")) {
                    typed.add(name);
                }
                fields.add(name, content(control.group(3), control.group(5)));
            }
        }
        Map<String, String> tag = attributes(form.group(1));
        return new PageForm(
                tag.getOrDefault("action", ""),
                tag.getOrDefault("id", ""),
                Set.copyOf(names),
                typed,
                fields);
    }

    private static void read(
            String tag,
            Map<String, String> attributes,
            Set<String> names,
            Set<String> typed,
            MultiValueMap<String, String> fields) {
        String name = attributes.get("name");
        if (name == null) {
            return;
        }
        names.add(name);
        String type = attributes.getOrDefault("type", "text");
        boolean choice = Set.of("radio", "checkbox").contains(type);
        if (tag.equals("input") && TEXTS.contains(type)) {
            typed.add(name);
        }
        if (tag.equals("input") && (!choice || attributes.containsKey("checked"))) {
            fields.add(name, attributes.getOrDefault("value", ""));
        }
    }

    private static String content(String tag, String inside) {
        return tag.equals("textarea") ? HtmlUtils.htmlUnescape(inside) : chosen(inside);
    }

    private static String chosen(String options) {
        List<Map<String, String>> all =
                OPTION.matcher(options).results().map(it -> attributes(it.group(1))).toList();
        return all.stream()
                .filter(option -> option.containsKey("selected"))
                .findFirst()
                .orElse(all.getFirst())
                .getOrDefault("value", "");
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> all = new HashMap<>();
        ATTRIBUTE
                .matcher(tag)
                .results()
                .forEach(
                        it ->
                                all.put(
                                        it.group(1),
                                        it.group(2) == null
                                                ? ""
                                                : HtmlUtils.htmlUnescape(it.group(2))));
        return all;
    }
}
