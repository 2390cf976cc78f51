package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    /** Every {@code messages/<module>_<language>.properties}, in UTF-8. */
    @Bean
    Messages messageSource() {
        return new Messages(
                Arrays.stream(Language.values())
                        .collect(
                                Collectors.toMap(
                                        language -> language, MessagesConfiguration::load)));
    }

    private static Map<String, String> load(Language language) {
        Properties all = new Properties();
        for (Resource file : files(language)) {
            Properties one = read(file);
            one.forEach((key, text) -> putNew(all, key, text, file));
        }
        return all.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                entry -> (String) entry.getKey(),
                                entry -> (String) entry.getValue()));
    }

    private static void putNew(Properties all, Object key, Object text, Resource file) {
        if (all.putIfAbsent(key, text) != null) {
            throw new IllegalStateException("Message " + key + " stands twice, also in " + file);
        }
    }

    private static Resource[] files(Language language) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.tag() + ".properties");
        } catch (IOException e) {
            throw new IllegalStateException("Can't list the messages", e);
        }
    }

    private static Properties read(Resource file) {
        Properties properties = new Properties();
        try (Reader reader =
                new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("Can't read " + file, e);
        }
    }
}
