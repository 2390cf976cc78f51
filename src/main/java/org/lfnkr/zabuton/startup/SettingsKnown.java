package org.lfnkr.zabuton.startup;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses a setting of ours that nothing reads, before anything misses the one that was meant. */
@Component
class SettingsKnown implements BeanFactoryPostProcessor, Ordered {

    /** Read one by one, by the configuration file and by conditions. */
    static final List<String> MORE =
            List.of(
                    "zabuton.background",
                    "zabuton.check",
                    "zabuton.database.jdbc-url",
                    "zabuton.database.r2dbc-url",
                    "zabuton.database.owner.name",
                    "zabuton.database.owner.password",
                    "zabuton.database.application.name",
                    "zabuton.database.application.password");

    private static final String OURS = "zabuton.";
    private static final String OURS_AS_VARIABLE = "ZABUTON_";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ConfigurableEnvironment environment = beans.getBean(ConfigurableEnvironment.class);
        unknown(environment, KnownSettings.of(MORE, records(beans)))
                .ifPresent(
                        name -> {
                            throw new StartupRefused(
                                    name + " is no setting of Zabuton: is it mistyped?");
                        });
    }

    private static Map<String, Class<?>> records(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                .map(beans::getType)
                .filter(Objects::nonNull)
                .filter(Class::isRecord)
                .filter(type -> (prefix(type) + ".").startsWith(OURS))
                .collect(toMap(SettingsKnown::prefix, type -> type));
    }

    private static String prefix(Class<?> type) {
        ConfigurationProperties annotation =
                AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return annotation == null ? "" : annotation.prefix();
    }

    /** The first setting of ours that nothing reads. */
    static Optional<String> unknown(ConfigurableEnvironment environment, KnownSettings known) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> unknown(source, known))
                .findFirst();
    }

    private static Stream<String> unknown(EnumerablePropertySource<?> source, KnownSettings known) {
        Stream<String> names = Stream.of(source.getPropertyNames());
        return isOfVariables(source)
                ? names.filter(name -> name.startsWith(OURS_AS_VARIABLE))
                        .filter(name -> !known.hasVariable(name))
                : names.filter(name -> name.startsWith(OURS)).filter(name -> !isKnown(name, known));
    }

    private static boolean isOfVariables(PropertySource<?> source) {
        return source instanceof SystemEnvironmentPropertySource;
    }

    private static boolean isKnown(String name, KnownSettings known) {
        return known.has(ConfigurationPropertyName.adapt(name, '.'));
    }
}
