package org.jfpmonitor.plan;

import java.util.List;

import org.jfpmonitor.plan.id.EmailAddress;

/**
 * One of the plan's ambitions.
 *
 * @param number as published, {@code 1} to {@code 8}
 * @param title as published
 * @param copies who gets a copy of every mail about its objectives
 * @param objectives in plan order
 */
public record Ambition(String number, String title, List<EmailAddress> copies, List<Objective> objectives) {

	public Ambition {
		copies = List.copyOf(copies);
		objectives = List.copyOf(objectives);
	}

}
