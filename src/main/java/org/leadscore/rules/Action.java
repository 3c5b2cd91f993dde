package org.leadscore.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is done with leads that are not handed over.
 *
 * @param when null when it is for every lead
 * @param campaign may be blank, as may the offer
 * @param againAfter how long a lead that got it does not get it again, in milliseconds; 0 where nothing is said
 * @param also whether it comes beside the first action that holds, instead of being it
 */
public record Action(
        String name, @Nullable Condition when, String campaign, String offer, long againAfter, boolean also) {}
