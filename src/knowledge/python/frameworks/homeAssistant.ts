// Home Assistant: one loop for all integrations. What is async, a `callback`, or a property of an entity runs on
// it; any other function that it is given it runs on a thread, and so are methods like `update` and `turn_on`.

import {
  events,
  exported,
  extend,
  type Framework,
  give,
  later,
  offLoop,
  onEvent,
  onRequest,
  onThread,
  plainOnThreads,
  resultOf,
  roots,
  taking,
  ticks,
} from './rows';

const docs = 'https://developers.home-assistant.io/docs/';
const working = `${docs}asyncio_working_with_async`;
const hass = 'py:homeassistant.core.HomeAssistant#';
const entity = 'py:homeassistant.helpers.entity.Entity#';
const entry = 'py:homeassistant.config_entries.ConfigEntry#';
const coordinator = 'py:homeassistant.helpers.update_coordinator.DataUpdateCoordinator#';
const tracking = 'py:homeassistant.helpers.event.';

/** What the state of an entity is made of, of all kinds of entities. */
const properties: readonly string[] = [
  ...['should_poll', 'unique_id', 'name', 'state', 'capability_attributes', 'state_attributes', 'extra_state_attributes'],
  ...['device_class', 'unit_of_measurement', 'icon', 'entity_picture', 'available', 'assumed_state', 'force_update', 'supported_features'],
  ...['attribution', 'device_info', 'entity_category', 'translation_key', 'translation_placeholders', 'suggested_object_id'],
  ...['entity_registry_enabled_default', 'entity_registry_visible_default', 'device_state_attributes', 'has_entity_name'],
  ...['native_value', 'native_unit_of_measurement', 'suggested_unit_of_measurement', 'suggested_display_precision', 'state_class'],
  ...['last_reset', 'options', 'current_option', 'is_on', 'brightness', 'color_mode', 'color_temp', 'color_temp_kelvin', 'hs_color'],
  ...['rgb_color', 'rgbw_color', 'rgbww_color', 'xy_color', 'effect', 'effect_list', 'supported_color_modes', 'min_mireds', 'max_mireds'],
  ...['temperature_unit', 'current_temperature', 'target_temperature', 'target_temperature_high', 'target_temperature_low'],
  ...['target_temperature_step', 'hvac_mode', 'hvac_modes', 'hvac_action', 'preset_mode', 'preset_modes', 'fan_mode', 'fan_modes'],
  ...[
    'swing_mode',
    'swing_modes',
    'min_temp',
    'max_temp',
    'current_humidity',
    'target_humidity',
    'min_humidity',
    'max_humidity',
    'precision',
  ],
  ...['current_cover_position', 'current_cover_tilt_position', 'is_opening', 'is_closing', 'is_closed', 'percentage', 'percentage_step'],
  ...[
    'speed_count',
    'current_direction',
    'oscillating',
    'is_locked',
    'is_locking',
    'is_unlocking',
    'is_jammed',
    'code_format',
    'changed_by',
  ],
  ...['volume_level', 'is_volume_muted', 'media_content_id', 'media_content_type', 'media_duration', 'media_position', 'media_image_url'],
  ...['media_position_updated_at', 'media_title', 'media_artist', 'media_album_name', 'media_series_title', 'media_channel', 'app_name'],
  ...['source', 'source_list', 'sound_mode', 'sound_mode_list', 'shuffle', 'repeat', 'group_members', 'is_recording', 'is_streaming'],
  ...['motion_detection_enabled', 'brand', 'model', 'native_temperature', 'native_pressure', 'humidity', 'native_wind_speed', 'condition'],
  ...[
    'native_min_value',
    'native_max_value',
    'native_step',
    'mode',
    'installed_version',
    'latest_version',
    'release_summary',
    'in_progress',
  ],
  ...['battery_level', 'status', 'activity', 'fan_speed', 'fan_speed_list', 'current_operation', 'operation_list', 'alarm_state'],
  ...['latitude', 'longitude', 'location_name', 'location_accuracy', 'source_type', 'is_connected', 'ip_address', 'mac_address', 'event'],
];

/** What it runs on a thread if it is not async. */
const actions: readonly string[] = [
  ...[
    'update',
    'turn_on',
    'turn_off',
    'toggle',
    'press',
    'activate',
    'set_temperature',
    'set_humidity',
    'set_hvac_mode',
    'set_preset_mode',
  ],
  ...['set_fan_mode', 'set_swing_mode', 'set_native_value', 'set_value', 'select_option', 'lock', 'unlock', 'open', 'open_cover'],
  ...['close_cover', 'stop_cover', 'set_cover_position', 'set_percentage', 'set_direction', 'oscillate', 'media_play', 'media_pause'],
  ...['media_stop', 'media_next_track', 'media_previous_track', 'media_seek', 'play_media', 'select_source', 'select_sound_mode'],
  ...['set_volume_level', 'mute_volume', 'volume_up', 'volume_down', 'camera_image', 'start', 'stop', 'pause', 'return_to_base', 'locate'],
  ...['send_command', 'send_message', 'alarm_arm_away', 'alarm_arm_home', 'alarm_disarm', 'install', 'set_operation_mode'],
];

const kinds: Readonly<Record<string, readonly string[]>> = {
  entity: ['ToggleEntity'],
  restore_state: ['RestoreEntity'],
  update_coordinator: ['CoordinatorEntity', 'BaseCoordinatorEntity'],
};

/** Classes of entities by the component that brings them. */
const components: Readonly<Record<string, readonly string[]>> = {
  air_quality: ['AirQualityEntity'],
  alarm_control_panel: ['AlarmControlPanelEntity'],
  binary_sensor: ['BinarySensorEntity'],
  button: ['ButtonEntity'],
  calendar: ['CalendarEntity'],
  camera: ['Camera'],
  climate: ['ClimateEntity'],
  conversation: ['ConversationEntity'],
  cover: ['CoverEntity'],
  date: ['DateEntity'],
  datetime: ['DateTimeEntity'],
  device_tracker: ['ScannerEntity', 'TrackerEntity', 'config_entry.ScannerEntity', 'config_entry.TrackerEntity'],
  event: ['EventEntity'],
  fan: ['FanEntity'],
  geo_location: ['GeolocationEvent'],
  humidifier: ['HumidifierEntity'],
  image: ['ImageEntity'],
  lawn_mower: ['LawnMowerEntity'],
  light: ['LightEntity'],
  lock: ['LockEntity'],
  media_player: ['MediaPlayerEntity'],
  notify: ['NotifyEntity'],
  number: ['NumberEntity', 'RestoreNumber'],
  remote: ['RemoteEntity'],
  scene: ['Scene'],
  select: ['SelectEntity'],
  sensor: ['SensorEntity', 'RestoreSensor'],
  siren: ['SirenEntity'],
  switch: ['SwitchEntity'],
  text: ['TextEntity'],
  time: ['TimeEntity'],
  todo: ['TodoListEntity'],
  update: ['UpdateEntity'],
  vacuum: ['StateVacuumEntity', 'VacuumEntity'],
  valve: ['ValveEntity'],
  water_heater: ['WaterHeaterEntity'],
  weather: ['WeatherEntity', 'CoordinatorWeatherEntity', 'SingleCoordinatorWeatherEntity'],
};

function entities(prefix: string, classes: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(classes).flatMap(([module, names]) => names.map((name) => `${prefix}${module}.${name}#`));
}

const clocks = ['time_interval', 'point_in_time', 'point_in_utc_time', 'time_change', 'utc_time_change', 'sunrise', 'sunset'];
const states = [
  'state_change_event',
  'state_change',
  'state_report_event',
  'state_added_domain',
  'state_removed_domain',
  'template_result',
];

export const homeAssistant: Framework = {
  callbacks: [
    ...offLoop(working, hass, 'async_add_executor_job', 'async_add_import_executor_job'),
    ...plainOnThreads(later(working, hass, 'async_add_job', 'add_job', 'async_run_job', 'async_add_hass_job', 'async_run_hass_job')),
    ...later(working, hass, 'async_create_task', 'create_task', 'async_create_background_task', 'async_create_task_internal'),
    ...later(working, entry, 'async_create_task', 'async_create_background_task'),
    ...later(working, entry, 'async_on_unload', 'add_update_listener'),
    ...plainOnThreads(
      taking(events(`${docs}dev_101_services`, 'py:homeassistant.core.ServiceRegistry#', 'async_register', 'register'), 2, 'service_func'),
    ),
    ...plainOnThreads(
      taking(
        events(
          `${docs}integration_listen_events`,
          'py:homeassistant.core.EventBus#',
          'async_listen',
          'async_listen_once',
          'listen',
          'listen_once',
        ),
        1,
        'listener',
      ),
    ),
    ...plainOnThreads(
      taking(ticks(`${docs}integration_listen_events`, tracking, ...clocks.map((name) => `async_track_${name}`)), 1, 'action'),
    ),
    ...plainOnThreads(
      taking(events(`${docs}integration_listen_events`, tracking, ...states.map((name) => `async_track_${name}`)), 2, 'action'),
    ),
    ...plainOnThreads(taking(ticks(`${docs}integration_listen_events`, tracking, 'async_call_later'), 2, 'action')),
    ...plainOnThreads(
      taking(ticks(`${docs}integration_listen_events`, tracking, 'track_time_interval', 'track_point_in_time'), 1, 'action'),
    ),
    ...plainOnThreads(
      taking(
        events(
          `${docs}integration_fetching_data`,
          'py:homeassistant.helpers.dispatcher.',
          'async_dispatcher_connect',
          'dispatcher_connect',
        ),
        2,
        'target',
      ),
    ),
    ...plainOnThreads(taking(events(working, 'py:homeassistant.helpers.debounce.', 'Debouncer'), 'function')),
    ...taking(events(`${docs}integration_fetching_data`, coordinator, 'async_add_listener'), 0, 'update_callback'),
    ...taking(events(`${docs}core/entity`, entity, 'async_on_remove'), 0, 'func'),
    ...plainOnThreads(
      taking(events(`${docs}core/integration-quality-scale`, 'py:homeassistant.components.webhook.', 'async_register'), 4, 'handler'),
    ),
    ...plainOnThreads(
      taking(
        events('https://www.home-assistant.io/integrations/mqtt/', 'py:homeassistant.components.mqtt.', 'async_subscribe'),
        2,
        'msg_callback',
      ),
    ),
  ],
  roots: [
    ...roots('decorator', onEvent, working, 'py:homeassistant.core.', 'callback'),
    ...roots(
      'decorator',
      onRequest,
      `${docs}frontend/extending/websocket-api`,
      'py:homeassistant.components.websocket_api.',
      'websocket_command',
    ),
    ...roots(
      'member',
      onRequest,
      `${docs}api/rest`,
      'py:homeassistant.components.http.HomeAssistantView#',
      'get',
      'post',
      'put',
      'patch',
      'delete',
    ),
    ...roots('member', onEvent, `${docs}core/entity#generic-properties`, entity, ...properties),
    ...plainOnThreads(roots('member', onEvent, working, entity, ...actions)),
    ...roots('member', onEvent, `${docs}integration_fetching_data`, entity, '_handle_coordinator_update'),
    ...roots('member', onEvent, `${docs}config_entries_config_flow_handler`, 'py:homeassistant.config_entries.ConfigFlow#', '__init__'),
    ...roots('member', onEvent, `${docs}config_entries_options_flow_handler`, 'py:homeassistant.config_entries.OptionsFlow#', '__init__'),
  ],
  rootExports: [
    exported(
      onThread,
      working,
      { files: ['**/*.py'], packages: ['homeassistant'] },
      ...['setup', 'setup_platform', 'setup_entry', 'setup_scanner', 'get_scanner', 'get_service', 'unload_entry'],
    ),
  ],
  returns: [
    ...[entity, coordinator, 'py:homeassistant.config_entries.ConfigFlow#', 'py:homeassistant.config_entries.OptionsFlow#'].flatMap(
      (owner) => give(hass, owner, 'hass:read'),
    ),
    ...give('py:asyncio.AbstractEventLoop#', hass, 'loop:read'),
    ...give('py:homeassistant.core.ServiceRegistry#', hass, 'services:read'),
    ...give('py:homeassistant.core.EventBus#', hass, 'bus:read'),
  ],
  passes: [
    ...resultOf(0, hass, 'async_add_executor_job', 'async_add_import_executor_job'),
    { api: 'py:homeassistant.core.HassJob', arg: 0 },
  ],
  inherits: [
    ...extend(entity, ...entities('py:homeassistant.helpers.', kinds), ...entities('py:homeassistant.components.', components)),
    ...extend('py:homeassistant.config_entries.OptionsFlow#', 'py:homeassistant.config_entries.OptionsFlowWithConfigEntry#'),
    ...extend('py:homeassistant.config_entries.OptionsFlow#', 'py:homeassistant.config_entries.OptionsFlowWithReload#'),
    ...extend(coordinator, 'py:homeassistant.helpers.update_coordinator.TimestampDataUpdateCoordinator#'),
  ],
};
