package org.leadscore.ingest.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.archive.Member;
import org.leadscore.ingest.archive.ZipArchive;
import org.leadscore.problem.InputException;

/**
 * A part of a workbook, read element by element with Java's own reader of XML. Entities and other documents are never looked
 * up, and no text or tag is longer than 16 MiB. Not thread-safe.
 */
final class XmlPart implements AutoCloseable {

    /** Limits of Java's reader that count what is no danger without entities, each by its names in old and new versions. */
    private static final List<String> NO_LIMITS =
            List.of("jdk.xml.totalEntitySizeLimit", "http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit");

    private final String name; // of the workbook
    private final InputStream bytes;
    private final XMLStreamReader xml;

    XmlPart(ZipArchive archive, Member part) throws IOException {
        name = archive.name();
        bytes = new BoundedText(archive.open(part), name);
        try {
            xml = factory().createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            bytes.close();
            throw failure(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (String limit : NO_LIMITS) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, "0");
            }
        }
        return factory;
    }

    /**
     * Goes to the next event of {@link XMLStreamConstants}, that of the end included.
     *
     * @throws InputException when the part is damaged, or defines entities
     */
    int next() throws IOException {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new InputException(name + ": defines entities, as no workbook does, and may be a trap;"
                        + " save it again with Excel, or export it as CSV");
            }
            return event;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Goes to the next beginning of an element; false at the end of the part. */
    boolean nextElement() throws IOException {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** The name of the element that begins or ends here, without its prefix. */
    String element() {
        return xml.getLocalName();
    }

    boolean isAt(String element) {
        return xml.getLocalName().equals(element);
    }

    /** The value of an attribute, by its name without prefix; null when there is none. */
    @Nullable
    String attribute(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text that stands in the element that begins here, up to its end. */
    void addText(StringBuilder to) throws IOException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (isText(event)) {
                requireShort(to.length() + xml.getTextLength());
                to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    /**
     * Adds the text of a string that begins here, whether it is one text or runs with formats of their own. Hints of how it is
     * pronounced are no part of it.
     */
    void addRichText(StringBuilder to) throws IOException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (isAt("t")) {
                    addText(to);
                } else if (isAt("rPh")) {
                    addText(new StringBuilder());
                } else {
                    depth++;
                }
            }
        }
    }

    InputException damaged(String what) {
        return new InputException(name + ": the workbook is damaged: " + what + "; save it again, or export it as CSV");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void requireShort(int length) {
        if (length > BoundedText.LONGEST) {
            throw BoundedText.tooLong(name);
        }
    }

    private InputException failure(XMLStreamException e) throws IOException {
        for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException trouble) {
                throw trouble;
            }
        }
        InputException damaged = damaged("its XML cannot be read");
        damaged.initCause(e);
        return damaged;
    }

    /** A stream of XML that ends with an error when one tag or text goes on for too long to be held. */
    private static final class BoundedText extends FilterInputStream {

        private static final int LONGEST = 1 << 24;

        private final String name;
        private int length; // bytes since the last tag began or ended

        BoundedText(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = in.read(bytes, offset, count);
            for (int i = 0; i < read; i++) {
                byte one = bytes[offset + i];
                length = one == '<' || one == '>' ? 0 : length + 1;
                if (length > LONGEST) {
                    throw tooLong(name);
                }
            }
            return read;
        }

        private static InputException tooLong(String name) {
            return new InputException(name + ": has a text of more than 16 MiB, as no cell can hold, and may be a trap;"
                    + " save it again with Excel, or export it as CSV");
        }
    }
}
