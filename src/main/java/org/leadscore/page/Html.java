package org.leadscore.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.runtime.Constants;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * Writes pages of HTML from precompiled templates. A page is one file that loads nothing: its style and its script stand in it,
 * and a Content-Security-Policy allows these two and nothing else, by their SHA-256. All text from data is escaped by the
 * template engine.
 */
public final class Html {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Html.class.getClassLoader(), Constants.PACKAGE_NAME_PRECOMPILED);
    private final Frame frame;

    /**
     * The parts that all pages share.
     *
     * @param policy the Content-Security-Policy
     */
    public record Frame(String style, String script, String policy) {

        /** The style as an element; our own text, which needs no escaping. */
        public String styleElement() {
            return "<style>" + style + "</style>";
        }

        /** The script as an element, likewise. */
        public String scriptElement() {
            return "<script>" + script + "</script>";
        }
    }

    /** A writer with the style and the script of the program. */
    public Html() {
        String style = resource("page.css");
        String script = resource("page.js");
        frame = new Frame(
                style,
                script,
                "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; script-src 'sha256-" + sha256(script)
                        + "'; base-uri 'none'; form-action 'none'");
    }

    /** Makes a fragment of a page from a template, for those who have to know how long it is. */
    public String fragment(String template, Map<String, Object> values) {
        StringOutput out = new StringOutput();
        templates.render(template, values, out);
        return out.toString();
    }

    /** Writes a page and flushes; the stream stays open. */
    public void write(String template, Object page, OutputStream out) throws IOException {
        StringOutput text = new StringOutput();
        templates.render(template, Map.of("page", page, "frame", frame), text);
        out.write(text.toString().getBytes(UTF_8));
        out.flush();
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
