// Force-included when better-sqlite3 is rebuilt for a runtime with Node-API 8 (the fallback Electron).
//
// better-sqlite3 keeps references to strings. Before Node-API 10, napi_create_reference takes only objects, functions
// and symbols, so any other value is put into a one-element array, the reference is made to the array, and reading the
// reference takes the value out again. References never leave the thread that made them, hence thread_local.
#ifndef JIWA_NODE_API_8_H
#define JIWA_NODE_API_8_H
#ifdef __cplusplus

#include <node_api.h>
#include <unordered_set>

namespace jiwa_node_api_8 {

inline std::unordered_set<napi_ref>& boxed() {
  static thread_local std::unordered_set<napi_ref> refs;
  return refs;
}

inline napi_status create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  status = napi_create_array_with_length(env, 1, &box);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  if (status == napi_ok) boxed().insert(*result);
  return status;
}

inline napi_status get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr || boxed().count(ref) == 0) return status;
  return napi_get_element(env, *result, 0, result);
}

// Forgotten before it is freed: the next reference may get the same address.
inline napi_status delete_reference(napi_env env, napi_ref ref) {
  boxed().erase(ref);
  return napi_delete_reference(env, ref);
}

}  // namespace jiwa_node_api_8

#define napi_create_reference jiwa_node_api_8::create_reference
#define napi_get_reference_value jiwa_node_api_8::get_reference_value
#define napi_delete_reference jiwa_node_api_8::delete_reference

#endif
#endif
