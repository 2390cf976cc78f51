package org.lfnkr.zabuton.startup;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings that the application reads, so that one that is mistyped doesn't pass for one that
 * is left out.
 *
 * @param single each stands alone, such as {@code zabuton.web.origin}
 * @param open each has names or numbers of the operator's choice below it: maps and lists
 */
record KnownSettings(List<ConfigurationPropertyName> single, List<ConfigurationPropertyName> open) {

    KnownSettings {
        single = List.copyOf(single);
        open = List.copyOf(open);
    }

    /**
     * @param more settings that no record holds
     * @param records by prefix; their components are settings, and so are those of records in them
     */
    static KnownSettings of(Collection<String> more, Map<String, Class<?>> records) {
        List<ConfigurationPropertyName> single =
                new ArrayList<>(more.stream().map(ConfigurationPropertyName::of).toList());
        List<ConfigurationPropertyName> open = new ArrayList<>();
        records.forEach(
                (prefix, type) ->
                        components(ConfigurationPropertyName.of(prefix), type)
                                .forEach(each -> (each.open() ? open : single).add(each.name())));
        return new KnownSettings(single, open);
    }

    private record Component(ConfigurationPropertyName name, boolean open) {}

    private static Stream<Component> components(ConfigurationPropertyName prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> component(prefix, component));
    }

    private static Stream<Component> component(
            ConfigurationPropertyName prefix, RecordComponent component) {
        ConfigurationPropertyName name = prefix.append(dashed(component.getName()));
        Class<?> type = component.getType();
        if (type.isRecord() && type.getRecordComponents().length > 1) {
            return components(name, type);
        }
        boolean open = Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
        return Stream.of(new Component(name, open));
    }

    private static String dashed(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    boolean has(ConfigurationPropertyName name) {
        return single.contains(name)
                || open.stream().anyMatch(each -> each.equals(name) || each.isAncestorOf(name));
    }

    /**
     * @param variable of the environment, such as {@code ZABUTON_WEB_ORIGIN}; dashes are left out
     *     or written as underscores
     */
    boolean hasVariable(String variable) {
        return single.stream().anyMatch(name -> forms(name).anyMatch(variable::equals))
                || open.stream().anyMatch(name -> forms(name).anyMatch(variable::startsWith));
    }

    private static Stream<String> forms(ConfigurationPropertyName name) {
        return Stream.of(variable(name.toString().replace("-", "")), variable(name.toString()));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
