package org.lfnkr.zabuton.support;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as a page offers it.
 *
 * @param action where it leads to
 * @param names of all its fields and buttons
 * @param fields what a browser sends of it where nobody touches anything
 */
public record PageForm(String action, Set<String> names, MultiValueMap<String, String> fields) {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile(
                    "<(input|button)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>(.*?)</\\3>",
                    Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

    /** All forms of a page that are sent by POST. */
    public static List<PageForm> of(String html) {
        return FORM.matcher(html)
                .results()
                .filter(form -> "post".equals(attributes(form.group(1)).get("method")))
                .map(PageForm::read)
                .toList();
    }

    private static PageForm read(MatchResult form) {
        Set<String> names = new HashSet<>();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Matcher control = CONTROL.matcher(form.group(2));
        while (control.find()) {
            if (control.group(1) != null) {
                read(control.group(1), attributes(control.group(2)), names, fields);
            } else {
                String name = attributes(control.group(4)).getOrDefault("name", "");
                names.add(name);
                fields.add(name, content(control.group(3), control.group(5)));
            }
        }
        return new PageForm(
                attributes(form.group(1)).getOrDefault("action", ""), Set.copyOf(names), fields);
    }

    private static void read(
            String tag,
            Map<String, String> attributes,
            Set<String> names,
            MultiValueMap<String, String> fields) {
        String name = attributes.get("name");
        if (name == null) {
            return;
        }
        names.add(name);
        boolean choice = Set.of("radio", "checkbox").contains(attributes.getOrDefault("type", ""));
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
