package org.leadscore.page;

/** A text that leads somewhere; an empty address leads nowhere. */
public record Link(String text, String address) {}
