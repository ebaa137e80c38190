/**
 * Where everything is kept: one PostgreSQL database, migrated by Flyway. It is the one
 * that {@code spring.datasource.url} names; when none is named, a PostgreSQL server of
 * our own runs beside the service and keeps its data under {@code jfp.data}. Other rooms
 * see neither: they ask for a {@code DataSource} or a {@code JdbcClient}.
 */
@ApplicationModule(displayName = "Store", allowedDependencies = {})
@NullMarked
package org.jfpmonitor.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
