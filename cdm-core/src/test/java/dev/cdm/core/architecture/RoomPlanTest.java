package dev.cdm.core.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomPlanTest {

    private final RoomPlan plan = new RoomPlan("org.example");

    @BeforeEach
    void declareRooms() {
        plan.add("internal");
        plan.add("words");
        plan.add("store");
        plan.add("store.disk", "store");
        plan.add("work", "words");
        plan.addAbove("left", "right");
    }

    @Test
    void aRoomImportsWhatItsRoomsImportAndInternal() {
        plan.add("desk", "work");
        assertTrue(plan.mayImport("desk", "words"));
        assertTrue(plan.mayImport("desk", "internal"));
        assertFalse(plan.mayImport("desk", "store"));
        assertFalse(plan.mayImport("words", "desk"));
    }

    @Test
    void aChildImportsItsParentAndNotTheOtherWayRound() {
        assertTrue(plan.mayImport("store.disk", "store"));
        assertFalse(plan.mayImport("store", "store.disk"));
        assertThrows(IllegalArgumentException.class, () -> plan.add("store.disk.fast", "store.disk", "nowhere"));
        plan.add("house.cellar");
        assertThrows(IllegalArgumentException.class, () -> plan.add("house", "house.cellar"));
    }

    @Test
    void roomsDeclaredTogetherImportEverythingBelowButNotEachOther() {
        assertTrue(plan.mayImport("left", "store.disk"));
        assertFalse(plan.mayImport("left", "right"));
        assertFalse(plan.mayImport("right", "left"));
    }

    @Test
    void theFrontDoorImportsAllAndNobodyImportsIt() {
        assertEquals(Optional.of(RoomPlan.FRONT_DOOR), plan.roomOf("org.example"));
        assertTrue(plan.mayImport(RoomPlan.FRONT_DOOR, "work"));
        assertFalse(plan.mayImport("right", RoomPlan.FRONT_DOOR));
    }

    @Test
    void packagesOutsideTheTableAreNoRooms() {
        assertEquals(Optional.empty(), plan.roomOf("org.example.attic"));
        assertEquals(Optional.empty(), plan.roomOf("org.examples"));
        assertEquals(Optional.of("store.disk"), plan.roomOf("org.example.store.disk"));
    }
}
