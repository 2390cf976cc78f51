package org.lfnkr.zabuton.web;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.util.FastStringWriter;

import reactor.core.publisher.Mono;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * Renders a page as a whole and hands it over as one buffer. The framework's own writes each piece
 * of markup through an encoder into a buffer that grows, which costs a third more. No page of ours
 * streams its model.
 */
final class PageEngine extends SpringWebFluxTemplateEngine {

    /** In characters: most pages of the shop are shorter, those of the desk grow it a few times. */
    private static final int USUAL = 16 * 1024;

    @Override
    public Publisher<DataBuffer> processStream(
            String template,
            Set<String> selectors,
            IContext context,
            DataBufferFactory buffers,
            MediaType type,
            Charset charset,
            int largestChunk) {
        return Mono.fromSupplier(
                () -> buffers.wrap(page(template, selectors, context).getBytes(charset)));
    }

    private String page(String template, Set<String> selectors, IContext context) {
        FastStringWriter page = new FastStringWriter(USUAL);
        process(template, selectors, context, page);
        return page.toString();
    }
}
