package org.leadscore.rules.next;

import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Condition;

/**
 * An action for leads that are not handed over, such as a campaign, one of the key {@code actions}.
 *
 * @param when the condition on the lead; null when the action is for every lead
 * @param campaign may be blank, as may the offer
 * @param againAfter milliseconds in which a lead that got it does not get it again; 0 when the file gives none
 * @param also whether it comes beside the first action that holds, instead of being it
 */
public record Action(
        String name, @Nullable Condition when, String campaign, String offer, long againAfter, boolean also) {}
