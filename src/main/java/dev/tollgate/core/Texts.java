package dev.tollgate.core;

/**
 * What text is made of. Half of a surrogate pair has no form in UTF-8, so that it can neither be stored nor hashed, and PostgreSQL stores
 * no NUL.
 */
public final class Texts {

    private Texts() {}

    /** Whether all of it can be stored: there is no NUL and no half of a character in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(codePoint -> codePoint == 0 || isHalf(codePoint));
    }

    /** Whether all of it can be shown on a line: there is no control character and no half of a character in it. */
    public static boolean isShowable(String text) {
        return text.codePoints().noneMatch(codePoint -> Character.isISOControl(codePoint) || isHalf(codePoint));
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
