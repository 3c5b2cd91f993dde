package org.leadscore.report.earlier;

/**
 * The place and the stage that a lead had before, as the column {@code moved} tells them: {@code warm > hot},
 * {@code stage: discovery > decision}, or both, with a semicolon between them.
 *
 * @param place the bucket, or the word that stands for none
 * @param stage of the buying cycle, blank for none
 */
record Moved(String place, String stage) {

    /** The text for a lead that was not there before. */
    static final String NEW = "new";

    private static final String TO = " > ";
    private static final String BESIDES = "; ";
    private static final String OF_STAGE = "stage: ";
    private static final String NO_STAGE = "no stage";

    /** The text for a lead that now has this place and stage; empty when both are the same as before. */
    String to(String placeNow, String stageNow) {
        String ofPlace = place.equals(placeNow) ? "" : place + TO + placeNow;
        String ofStage = stage.equals(stageNow) ? "" : OF_STAGE + word(stage) + TO + word(stageNow);
        return ofPlace + (ofPlace.isEmpty() || ofStage.isEmpty() ? "" : BESIDES) + ofStage;
    }

    /** Reads the text that {@link #to} made for a lead of this place and stage. */
    static Moved read(String text, String placeNow, String stageNow) {
        String behind = TO + word(stageNow);
        int end = text.length() - behind.length();
        if (text.endsWith(behind)) {
            String ofBoth = TO + placeNow + BESIDES + OF_STAGE;
            int place = text.indexOf(ofBoth);
            if (place >= 0) {
                return new Moved(text.substring(0, place), stage(text.substring(place + ofBoth.length(), end)));
            }
            if (text.startsWith(OF_STAGE)) {
                return new Moved(placeNow, stage(text.substring(OF_STAGE.length(), end)));
            }
        }
        String ofPlace = TO + placeNow;
        boolean hasMoved = text.endsWith(ofPlace);
        return new Moved(hasMoved ? text.substring(0, text.length() - ofPlace.length()) : placeNow, stageNow);
    }

    private static String word(String stage) {
        return stage.isEmpty() ? NO_STAGE : stage;
    }

    private static String stage(String word) {
        return word.equals(NO_STAGE) ? "" : word;
    }
}
