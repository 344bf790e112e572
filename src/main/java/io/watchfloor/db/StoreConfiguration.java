package io.watchfloor.db;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the store. Whoever gets the data source gets it checked and migrated, so no bean
 * has to wait for another.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	DataFolder dataFolder(StoreSettings settings) {
		return DataFolder.open(settings.folder());
	}

	@Bean
	Store store(DatabaseSettings settings, DataFolder data) {
		return Store.open(settings, data);
	}

	@Bean
	HikariDataSource dataSource(Store store, DatabaseSettings settings, StoreProbe probe) {
		return store.pool(settings.connections(), probe::away);
	}

	@Bean
	StoreProbe storeStatus(Store store) {
		return new StoreProbe(store);
	}

	@Bean
	StoreBroadcast broadcast(Store store) {
		return new StoreBroadcast(store);
	}

}
