package org.lfnkr.zabuton.papers;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Puts papers one behind the other, to be printed at once. */
final class Binder {

    private Binder() {}

    static byte[] bind(List<byte[]> papers) throws IOException {
        ByteArrayOutputStream bound = new ByteArrayOutputStream();
        PDFMergerUtility merger = new PDFMergerUtility();
        papers.forEach(paper -> merger.addSource(new RandomAccessReadBuffer(paper)));
        merger.setDestinationStream(bound);
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        return bound.toByteArray();
    }
}
