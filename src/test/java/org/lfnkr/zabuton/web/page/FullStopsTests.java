package org.lfnkr.zabuton.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Sentences stand beside each other as their language has it, whatever the template's spaces. */
class FullStopsTests {

    @ParameterizedTest
    @CsvSource({
        "<p>一つ。</p>  <p>二つ</p>, <p>一つ。</p><p>二つ</p>",
        "<p><b th:text=\"'送ります。'\"></b> <a th:text=\"'詳しく'\"></a></p>, <p><b>送ります。</b><a>詳しく</a></p>",
        "<p>送ります。  <a>詳しく</a></p>, <p>送ります。<a>詳しく</a></p>",
        "<p><b>（任意）</b> 名前</p>, <p><b>（任意）</b>名前</p>",
        "<p><b th:text=\"'We send it.'\"></b> <a>More</a></p>, <p><b>We send it.</b> <a>More</a></p>",
        "<p><b>品名</b> <b>色</b></p>, <p><b>品名</b> <b>色</b></p>",
    })
    void aJapaneseStopBringsItsOwnSpace(String template, String page) {
        assertThat(rendered(template)).isEqualTo(page);
    }

    private static String rendered(String template) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new PageDialect());
        return engine.process(template, new Context());
    }
}
