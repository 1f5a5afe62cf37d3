package dev.tollgate.demo;

import java.util.Locale;

/** The demo's teams, each with people of its own. */
enum DemoTeam {
    SUPPORT("cc-310", 140),
    ENGINEERING("cc-200", 110),
    SEARCH("cc-120", 60),
    SALES("cc-410", 50),
    LEGAL("cc-510", 25),
    DATA("cc-220", 15);

    final String costCenter;
    private final int people;

    DemoTeam(String costCenter, int people) {
        this.costCenter = costCenter;
        this.people = people;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who made the event: few people make many calls. */
    int person(Dice dice) {
        double roll = dice.roll(Dice.Roll.USER);
        return (int) (roll * roll * people);
    }
}
