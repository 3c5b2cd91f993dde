package org.leadscore.page;

import java.util.List;

/**
 * The head of the page.
 *
 * @param title of the window
 * @param brand what the page is, such as the title that the rule file gives
 * @param rules the rule file and the version
 * @param finding the news in a sentence
 * @param details who, how many, what changed
 * @param state of the data in a sentence
 * @param places the sections, by the names of their places
 */
public record Heading(
        String language,
        String title,
        String brand,
        String rules,
        String finding,
        String details,
        String state,
        List<Link> places) {

    public Heading {
        places = List.copyOf(places);
    }
}
